"""How many sentences a translation has beside its source."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.content.library import SOURCE_LOCALE
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.plain_text import plain
from build_pack.text.sentences import sentences


def _uneven(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    source, text = _count(pair.source, pair.source_locale), _count(pair.text, pair.locale)
    from_english = Locale(pair.source_locale).language == SOURCE_LOCALE
    # A long English sentence often needs two in another language; none is ever left out.
    usual = range(2) if from_english else range(-1, 2)
    if text - source not in usual:
        message = f"The source has {_told(source)}; the translation has {text}."
        yield CheckFault(message, "Check whether a sentence was left out or added.")


def _count(text: str, locale: str) -> int:
    return len(sentences(plain(text), locale))


def _told(number: int) -> str:
    return f"{number} sentence" if number == 1 else f"{number} sentences"


SENTENCES = TextCheck("sentences-uneven", Severity.WARNING, _uneven)
