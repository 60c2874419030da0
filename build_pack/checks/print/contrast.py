"""Letters that do not stand out from what lies behind them."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.content.colour_contrast import LEAST_CONTRAST, contrast
from build_pack.problems import Severity

_HINT = f"Use colours with a contrast of at least {LEAST_CONTRAST:g}."


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each line with letters whose contrast is too low, by WCAG 2.2 and UKAAF."""
    for page in printed.pages:
        for line in page.lines:
            ratio, ink, paper = min(
                (contrast(run.ink, run.paper), run.ink, run.paper) for run in line.runs
            )
            if ratio < LEAST_CONTRAST:
                words = printed.opening(line)
                message = f"“{words}”, {ink} on {paper}, has a contrast of only {ratio:.1f}."
                yield PrintFault(page.number, CheckFault(message, _HINT))


PALE = PrintCheck("print-pale", Severity.ERROR, _find)
