"""Letters that are too small to be read easily."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.checks.check_types import CheckFault
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.content.models.page_format import Paper
from build_pack.problems import Severity
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedPage

LEAST, LEAST_IN_LARGE_PRINT = 12.0, 16.0
"""Points, for all that is read (UKAAF, Creating clear print and large print documents)."""
LEAST_IN_MARGINS = 8.0
"""Points, for what every page repeats in its margins: ours; UKAAF gives an ideal and no least."""


@dataclass(frozen=True, slots=True)
class MarginAreas:
    """What lies above and below the text, in millimetres."""

    first: float
    """Above it on the first page."""
    top: float
    bottom: float


ORDINARY, A5, LARGE_PRINT, ALONGSIDE = (
    MarginAreas(19, 28, 24),
    MarginAreas(17, 23, 25),
    MarginAreas(21, 30, 30),
    MarginAreas(19, 30, 36),
)
"""As in `templates/css/page.css` and `formats.css`."""
_POINTS = 72 / 25.4
_ROUNDING = 0.05


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each line with letters that are smaller than the least of where it stands.

    Header, footer, band and page number are known by their place: the middle of the line lies in
    the upper or lower margin. Where two copies are bound as one, the second begins with a page that
    counts as a later one, so that there its first 9 mm are judged as a margin.
    """
    upright, turned = margins_of(printed), _plain_margins(printed)
    most = LEAST_IN_LARGE_PRINT if printed.page_format.large_print else LEAST
    for page in printed.pages:
        for line in page.lines:
            margins = upright if page.height > page.width else turned
            least = LEAST_IN_MARGINS if _is_in_margin(line, page, margins) else most
            size = min(run.size for run in line.runs)
            if size < least - _ROUNDING:
                message = f"“{printed.opening(line)}” is printed at {size:g} pt."
                hint = f"Use letters of at least {least:g} pt here."
                yield PrintFault(page.number, CheckFault(message, hint))


def margins_of(printed: CheckedDocument) -> MarginAreas:
    """The margins of a document's upright pages, with what a letterhead takes from them."""
    margins, letterhead = _plain_margins(printed), printed.letterhead
    if letterhead is None:
        return margins
    first, top = margins.first + letterhead.top, margins.top + letterhead.top
    return MarginAreas(first, top, margins.bottom + letterhead.bottom)


def _plain_margins(printed: CheckedDocument) -> MarginAreas:
    if printed.alongside:
        return ALONGSIDE
    if printed.page_format.large_print:
        return LARGE_PRINT
    return A5 if printed.page_format.paper is Paper.A5 else ORDINARY


def _is_in_margin(line: PrintedLine, page: PrintedPage, margins: MarginAreas) -> bool:
    middle = (line.box.bottom + line.box.top) / 2
    top = margins.first if page.number == 1 else margins.top
    return middle < margins.bottom * _POINTS or middle > page.height - top * _POINTS


SMALL = PrintCheck("print-small", Severity.ERROR, _find)
