"""Libraries of the system without which nothing is printed."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, simplefilter

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.weasyprint.internals import internal


def require_libraries() -> None:
    """Import WeasyPrint, or raise `ProblemsError` for a system library that it lacks."""
    try:
        # It prints its advice and warns of a machine without fonts; we need neither.
        with redirect_stdout(StringIO()), catch_warnings():
            simplefilter("ignore")
            subset = internal("weasyprint.text.ffi.harfbuzz_subset")
    except OSError as error:
        problem = _missing("Pango", "libpango-1.0-0 libpangoft2-1.0-0")
        raise ProblemsError([problem]) from error
    if subset is None:
        raise ProblemsError([_missing("HarfBuzz Subset", "libharfbuzz-subset0")])


def _missing(library: str, packages: str) -> Problem:
    message = "This system library is not installed."
    hint = f"On Debian and Ubuntu: apt install {packages}"
    return Problem("library-missing", Place(Path(library)), message, hint)
