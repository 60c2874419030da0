"""`python -m build_pack`, the same as `build-pack`."""

from build_pack.cli import main

if __name__ == "__main__":  # worker processes import this module and must not start again
    main()
