"""Lines that are longer than the eye follows easily."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.problems import Severity

MOST = 80
"""Characters with spaces. UKAAF asks for 60 to 70; 80 is where WCAG 2.2 draws the line (1.4.8)."""


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each line that is too long; cells of a table that stand side by side are lines apart."""
    for page in printed.pages:
        for line in page.lines:
            if (length := len(line.text)) > MOST:
                message = f"The line “{printed.opening(line)}” has {length} characters."
                hint = (
                    "Make the column narrower or the letters larger: 60 to 70 characters are "
                    "easy to read."
                )
                yield PrintFault(page.number, CheckFault(message, hint))


LONG = PrintCheck("line-long", Severity.WARNING, _find)
