"""Units of dose and time of a translation, and what they are units of, against its source."""

from collections.abc import Iterator, Sequence

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.differences import told
from build_pack.checks.languages.beside import beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.measures import Measure, measures
from build_pack.problems import Severity

_HINT = "Write the unit of the source: a day is not an hour, and mg is not ml."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    source_language, language = known(pair.source_locale), known(pair.locale)
    if not source_language or not language:
        return
    for part in beside(pair):
        source = measures(part.source, pair.source_locale, source_language)
        text = measures(part.text, pair.locale, language)
        missing, extra = _left(source, text), _left(text, source)
        if missing or extra:
            yield Fault(told("says", missing, extra), _HINT)
        else:
            yield from _swapped(source, text)


def _left(ours: Sequence[Measure], theirs: Sequence[Measure]) -> list[str]:
    """The words on one side for units that the other does not have."""
    units = {one.unit for one in theirs}
    left = dict.fromkeys(one.word for one in ours if one.sure and one.unit not in units)
    return [f"“{word}”" for word in left]


def _swapped(source: Sequence[Measure], text: Sequence[Measure]) -> Iterator[Fault]:
    """A number with one unit in the source and another in the translation."""
    for value in dict.fromkeys(one.value for one in source if one.value):
        ours = [one for one in source if one.value == value]
        theirs = [one for one in text if one.value == value]
        if theirs and {one.unit for one in ours} != {one.unit for one in theirs}:
            message = f"The source says {_told(ours)}; the translation says {_told(theirs)}."
            yield Fault(message, _HINT)
            return


def _told(found: Sequence[Measure]) -> str:
    return " and ".join(f"“{one.value} {one.word}”" for one in found)


UNITS = TextCheck("unit-mismatch", Severity.ERROR, _find)
