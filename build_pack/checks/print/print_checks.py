"""All checks of a finished PDF, and what they say of one."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.print.capitals import CAPITALS
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck
from build_pack.checks.print.contrast import PALE
from build_pack.checks.print.font_size import SMALL
from build_pack.checks.print.foreign_words import FOREIGN
from build_pack.checks.print.long_lines import LONG
from build_pack.checks.print.program_text import RAW
from build_pack.problems import Place, Problem

PRINT_CHECKS: tuple[PrintCheck, ...] = (SMALL, LONG, PALE, CAPITALS, RAW, FOREIGN)


def print_problems(printed: CheckedDocument, place: Place) -> Iterator[Problem]:
    """What is wrong with a document in print; `place` is its PDF.

    Of each check at most one problem a page: its first fault, and how many more there are.
    """
    for check in PRINT_CHECKS:
        faults = list(check.find(printed))
        counts = Counter(found.page for found in faults)
        firsts = {found.page: found.fault for found in reversed(faults)}
        for page, fault in sorted(firsts.items(), key=lambda one: one[0]):
            more = counts[page] - 1
            message = f"Page {page}: {fault.message}" + f" And {more} more on this page." * bool(
                more
            )
            yield Problem(check.id, place, message, fault.hint, check.severity)
