"""Things that a sentence lists: none of them is to be lost in translation.

Each thing of a list but the last has a comma or a joining word behind it. A translation has as many
of these at least, unless a thing was left out.
"""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.list_conjunctions import ALSO_JOINS, JOINS, LISTS, LOOSELY, PHRASES
from build_pack.checks.translation.sentence_alignment import aligned_sentences
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.plain_text import plain
from build_pack.text.sentences import sentences


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    ours, theirs = Locale(pair.source_locale).language, Locale(pair.locale).language
    if ours not in LISTS or theirs not in JOINS or pair.text == pair.source:
        return
    source = sentences(plain(pair.source), pair.source_locale)
    more = max(0, len(sentences(plain(pair.text), pair.locale)) - len(source))
    for part in aligned_sentences(pair):
        found = _joined(part.text, theirs) + more
        listed, joined = _listed(part.source, ours), _pairs(part.source, ours)
        if listed > found or joined > found + len(LOOSELY[theirs].findall(part.text)):
            message = (
                f"The source joins items with {max(listed, joined)} commas or words such as "
                f"“and”; the translation has {found}."
            )
            yield CheckFault(message, "Check whether one of the items was left out.")


def _listed(text: str, language: str) -> int:
    """How many commas and joining words a sentence with a list has between things; else 0."""
    lists = [match["things"].count(",") for match in LISTS[language].finditer(text)]
    return sum(lists) + len(JOINS[language].findall(text)) if lists else 0


def _pairs(text: str, language: str) -> int:
    """How many words of a sentence join things, two of them or more."""
    return len(JOINS[language].findall(PHRASES[language].sub(" ", text)))


def _joined(text: str, language: str) -> int:
    """How many signs and words of a translation may stand between two things."""
    return len(JOINS[language].findall(text)) + len(ALSO_JOINS[language].findall(text))


ENUMERATIONS = TextCheck("list-mismatch", Severity.WARNING, _find)
