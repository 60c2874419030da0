"""Citations are with the same sentence as in the source; that they are the same is known."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.problems import Severity
from build_pack.text.plain_text import plain_with_citations
from build_pack.text.sentences import sentences

_CITATION = re.compile(r"\[@([^\]]*)\]")


def _moved(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    source, text = _cited(pair.source, pair.source_locale), _cited(pair.text, pair.locale)
    if len(source) != len(text):
        return  # nobody can tell which sentence is which
    for number, (ours, theirs) in enumerate(zip(source, text, strict=True), start=1):
        if ours != theirs:
            message = (
                f"Sentence {number} cites {_told(theirs)}; in the source, it cites {_told(ours)}."
            )
            hint = "Put each citation at the end of the sentence that it belongs to."
            yield CheckFault(message, hint)
            return


def _unsure(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    source, text = _cited(pair.source, pair.source_locale), _cited(pair.text, pair.locale)
    if len(source) != len(text) and any(source):
        message = (
            f"Sentences in the source: {len(source)}; in the translation: {len(text)}. It is "
            "not certain that the citations belong to the right ones."
        )
        yield CheckFault(message, "Use the same number of sentences in both.")


def _cited(text: str, locale: str) -> list[frozenset[str]]:
    """What each sentence cites."""
    return [
        frozenset(key for found in _CITATION.findall(part) for key in re.split(r"; *@", found))
        for part in sentences(plain_with_citations(text), locale)
    ]


def _told(keys: frozenset[str]) -> str:
    return ", ".join(sorted(keys)) or "nothing"


CITATIONS = TextCheck("citation-moved", Severity.ERROR, _moved, compares=True)
CITATIONS_UNSURE = TextCheck("citation-unsure", Severity.WARNING, _unsure)
