"""How many sentences a translation has beside its source."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.plain import plain
from build_pack.checks.splitting import sentences
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.locales import language
from build_pack.problems import Severity


def _uneven(pair: Pair, _context: Context) -> Iterator[Fault]:
    source, text = _count(pair.source), _count(pair.text)
    from_english = language(pair.source_locale) == SOURCE_LOCALE
    # A long English sentence often needs two in another language; none is ever left out.
    usual = range(2) if from_english else range(-1, 2)
    if text - source not in usual:
        message = f"The source has {_told(source)}; the translation has {text}."
        yield Fault(message, "Check whether a sentence was left out or added.")


def _count(text: str) -> int:
    return len(sentences(plain(text)))


def _told(number: int) -> str:
    return f"{number} sentence" if number == 1 else f"{number} sentences"


SENTENCES = TextCheck("sentences-uneven", Severity.WARNING, _uneven)
