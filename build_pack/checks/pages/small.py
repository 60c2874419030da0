"""Letters that are too small to be read easily."""

from collections.abc import Iterator

from build_pack.checks.check import Fault
from build_pack.checks.printed import PageFault, PrintCheck, Printed
from build_pack.problems import Severity
from build_pack.rendering.lines import PrintedLine, PrintedPage

LEAST = 12.0
"""Points, for all that is read (UKAAF, Creating clear print and large print documents)."""
LEAST_IN_MARGINS = 8.0
"""Points, for what every page repeats in its margins: ours; UKAAF gives an ideal and no least."""
TOP_OF_FIRST = 19.0
TOP = 28.0
BOTTOM = 24.0
"""Millimetres, as in `templates/css/page.css`: the margins of the first and of the other pages."""
_POINTS = 72 / 25.4
_ROUNDING = 0.05


def _find(printed: Printed) -> Iterator[PageFault]:
    """Give each line with letters that are smaller than the least of where it stands.

    Header, footer, band and page number are known by their place: the middle of the line lies in
    the upper or lower margin. Where two copies are bound as one, the second begins with a page that
    counts as a later one, so that there its first 9 mm are judged as a margin.
    """
    for page in printed.pages:
        for line in page.lines:
            least = LEAST_IN_MARGINS if _is_in_margin(line, page) else LEAST
            size = min(run.size for run in line.runs)
            if size < least - _ROUNDING:
                message = f"“{printed.opening(line)}” is printed at {size:g} pt."
                hint = f"Use letters of at least {least:g} pt here."
                yield PageFault(page.number, Fault(message, hint))


def _is_in_margin(line: PrintedLine, page: PrintedPage) -> bool:
    middle = (line.box.bottom + line.box.top) / 2
    top = TOP_OF_FIRST if page.number == 1 else TOP
    return middle < BOTTOM * _POINTS or middle > page.height - top * _POINTS


SMALL = PrintCheck("print-small", Severity.ERROR, _find)
