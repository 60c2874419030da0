"""The command line: it uses the names of `build_pack`; a command is imported when it is called."""

from build_pack.cli.main import main

__all__ = ["main"]
