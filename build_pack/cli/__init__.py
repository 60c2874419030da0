"""The command line: a thin face over `operations`; a command is imported when it is called."""

from build_pack.cli.main import main

__all__ = ["main"]
