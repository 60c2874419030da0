"""Units of dose and time of a translation, and what they are units of, against its source."""

from collections.abc import Iterator, Sequence

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.quantities_in_text import QuantityInText, quantities_in_text
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.checks.translation.sentence_alignment import known_sentences
from build_pack.problems import Severity

_HINT = "Use the unit of the source: a day is not an hour, and mg is not ml."


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        source = quantities_in_text(part.source, pair.source_locale, ours)
        text = quantities_in_text(part.text, pair.locale, theirs)
        missing, extra = _left(source, text), _left(text, source)
        if missing or extra:
            yield CheckFault(difference_sentence("says", missing, extra), _HINT)
        else:
            yield from _swapped(source, text)


def _left(ours: Sequence[QuantityInText], theirs: Sequence[QuantityInText]) -> list[str]:
    """The words on one side for units that the other does not have."""
    units = {one.unit for one in theirs}
    left = dict.fromkeys(one.word for one in ours if one.sure and one.unit not in units)
    return [f"“{word}”" for word in left]


def _swapped(
    source: Sequence[QuantityInText], text: Sequence[QuantityInText]
) -> Iterator[CheckFault]:
    """A number with one unit in the source and another in the translation."""
    for value in dict.fromkeys(one.value for one in source if one.value):
        ours = [one for one in source if one.value == value]
        theirs = [one for one in text if one.value == value]
        if theirs and {one.unit for one in ours} != {one.unit for one in theirs}:
            message = f"The source says {_told(ours)}; the translation says {_told(theirs)}."
            yield CheckFault(message, _HINT)
            return


def _told(found: Sequence[QuantityInText]) -> str:
    return " and ".join(f"“{one.value} {one.word}”" for one in found)


UNITS = TextCheck("unit-mismatch", Severity.ERROR, _find, compares=True)
