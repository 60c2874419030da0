"""Numbers of a translation, each read as its language writes it, against those of its source."""

from collections import Counter
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.digits import NumberInText
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.languages.numbers_in_text import numbers_in_text
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.checks.translation.sentence_alignment import aligned_sentences
from build_pack.problems import Severity

_HINT = "Use the same numbers as the source, in the format of the language: 1,234.5 or 1.234,5."


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    worded = bool(known_language(pair.source_locale) and known_language(pair.locale))
    for part in aligned_sentences(pair):
        source = numbers_in_text(part.source, pair.source_locale)
        text = numbers_in_text(part.text, pair.locale)
        if not worded:
            source, text = (
                tuple(_digits_only(*one)) for one in ((source, part.source), (text, part.text))
            )
        missing, extra = _left(source, text), _left(text, source)
        if missing or extra:
            yield CheckFault(difference_sentence("says", missing, extra), _HINT)


def _left(ours: tuple[NumberInText, ...], theirs: tuple[NumberInText, ...]) -> list[str]:
    """The numbers of one side that the other does not have, words that may be one aside."""
    sure = Counter(one.value for one in ours if one.sure)
    return sorted((sure - Counter(one.value for one in theirs)).elements())


def _digits_only(found: tuple[NumberInText, ...], text: str) -> Iterator[NumberInText]:
    """Numbers in words as doubtful: one of the languages is not known."""
    for one in found:
        sure = one.sure and text[one.start].isdigit()
        yield NumberInText(one.start, one.end, one.value, sure)


NUMBERS = TextCheck("number-mismatch", Severity.ERROR, _find, compares=True)
