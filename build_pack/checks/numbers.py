"""Numbers of a translation, each read as its language writes it, against those of its source."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.differences import told
from build_pack.checks.languages.amounts import amounts
from build_pack.checks.languages.beside import beside
from build_pack.checks.languages.digits import Amount
from build_pack.checks.languages.known import known
from build_pack.problems import Severity

_HINT = "Use the same numbers as the source, in the format of the language: 1,234.5 or 1.234,5."


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    worded = bool(known(pair.source_locale) and known(pair.locale))
    for part in beside(pair):
        source = amounts(part.source, pair.source_locale)
        text = amounts(part.text, pair.locale)
        if not worded:
            source, text = (
                tuple(_digits_only(*one)) for one in ((source, part.source), (text, part.text))
            )
        missing, extra = _left(source, text), _left(text, source)
        if missing or extra:
            yield Fault(told("says", missing, extra), _HINT)


def _left(ours: tuple[Amount, ...], theirs: tuple[Amount, ...]) -> list[str]:
    """The numbers of one side that the other does not have, words that may be one aside."""
    sure = Counter(one.value for one in ours if one.sure)
    return sorted((sure - Counter(one.value for one in theirs)).elements())


def _digits_only(found: tuple[Amount, ...], text: str) -> Iterator[Amount]:
    """Numbers in words as doubtful: one of the languages is not known."""
    for one in found:
        sure = one.sure and text[one.start].isdigit()
        yield Amount(one.start, one.end, one.value, sure)


NUMBERS = TextCheck("number-mismatch", Severity.ERROR, _find)
