"""`python -m build_pack`, the same as `build-pack`."""

from build_pack.cli import main

main()
