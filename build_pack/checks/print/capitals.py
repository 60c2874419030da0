"""Words in capitals, one after the other."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault
from build_pack.checks.print.checked_document import CheckedDocument, PrintCheck, PrintFault
from build_pack.problems import Severity

_SEVERAL = 3
_WORD_LENGTH = 3
_WORD = re.compile(r"[“\"(]*([^\W\d_]+)([.,;:!?…”\")]*)")
_HINT = "Use sentence case; for emphasis, use strong text."


def _find(printed: CheckedDocument) -> Iterator[PrintFault]:
    """Give each stretch with at least three words of at least three letters in capitals.

    Codes are no words, since there are digits or hyphens in them; abbreviations in a row have
    commas between them, and any mark ends a stretch.
    """
    for page in printed.pages:
        for words in _stretches(printed.words(page).split()):
            if sum(len(word) >= _WORD_LENGTH for word in words) >= _SEVERAL:
                message = f"“{' '.join(words)}” is printed in capitals."
                yield PrintFault(page.number, CheckFault(message, _HINT))


def _stretches(tokens: list[str]) -> Iterator[list[str]]:
    """Words in capitals that follow each other."""
    stretch: list[str] = []
    for token in tokens:
        word = _WORD.fullmatch(token)
        is_capital = bool(word and word[1].isupper())
        if is_capital and word:
            stretch.append(word[1])
        if not is_capital or (word and word[2]):
            yield stretch
            stretch = []
    yield stretch


CAPITALS = PrintCheck("capitals-long", Severity.WARNING, _find)
