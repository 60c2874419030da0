"""Citations stand with the same sentence as in the source; that they are the same is known."""

import re
from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.plain import cited
from build_pack.checks.splitting import sentences
from build_pack.problems import Severity

_CITATION = re.compile(r"\[@([^\]]*)\]")


def _moved(pair: Pair, _context: Context) -> Iterator[Fault]:
    source, text = _cited(pair.source), _cited(pair.text)
    if len(source) != len(text):
        return  # nobody can tell which sentence is which
    for number, (ours, theirs) in enumerate(zip(source, text, strict=True), start=1):
        if ours != theirs:
            message = (
                f"Sentence {number} cites {_told(theirs)}; in the source, it cites {_told(ours)}."
            )
            hint = "Put each citation at the end of the sentence that it belongs to."
            yield Fault(message, hint)
            return


def _unsure(pair: Pair, _context: Context) -> Iterator[Fault]:
    source, text = _cited(pair.source), _cited(pair.text)
    if len(source) != len(text) and any(source):
        message = (
            f"Sentences in the source: {len(source)}; in the translation: {len(text)}. It is "
            "not certain that the citations belong to the right ones."
        )
        yield Fault(message, "Use the same number of sentences in both.")


def _cited(text: str) -> list[frozenset[str]]:
    """What each sentence cites."""
    return [
        frozenset(key for found in _CITATION.findall(part) for key in re.split(r"; *@", found))
        for part in sentences(cited(text))
    ]


def _told(keys: frozenset[str]) -> str:
    return ", ".join(sorted(keys)) or "nothing"


CITATIONS = TextCheck("citation-moved", Severity.ERROR, _moved)
CITATIONS_UNSURE = TextCheck("citation-unsure", Severity.WARNING, _unsure)
