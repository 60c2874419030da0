"""The command line: a thin face over `operations`; each command is imported only when it is called."""

from build_pack.cli.main import main

__all__ = ["main"]
