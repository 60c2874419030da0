"""The numbers of a text in digits and words, each as it is read in its own language."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from build_pack.checks.languages.digits import NumberInText, digits, months, plain_digits
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.text.addresses import without_addresses

_WORD = re.compile(r"[^\W\d_]+")
_MULTIPLIERS = (100, 1000)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=8192)
def numbers_in_text(text: str, locale: str) -> tuple[NumberInText, ...]:
    """Every number of a text that is folded, in order."""
    language = known_language(locale)
    text = without_addresses(text)
    if language:
        text = language.idioms.sub(lambda match: " " * len(match[0]), text)
    found = [*digits(text, locale), *months(text, locale)]
    if language:
        found += _words(text, language)
        return tuple(_joined(sorted(found, key=lambda one: one.start), text, language))
    return tuple(found)


def _words(text: str, language: LanguageRules) -> Iterator[NumberInText]:
    certain = [match.span() for match in language.certain.finditer(text)]
    for match in _WORD.finditer(text):
        if match[0] in language.numbers:
            yield NumberInText(match.start(), match.end(), language.numbers[match[0]])
        elif match[0] in language.perhaps:
            sure = any(start <= match.start() < end for start, end in certain)
            yield NumberInText(match.start(), match.end(), language.perhaps[match[0]], sure)


def _joined(
    found: list[NumberInText], text: str, language: LanguageRules
) -> Iterator[NumberInText]:
    """Numbers of several words, such as “twenty-four”, “5 bin” or “one and a half”, as one."""
    before: NumberInText | None = None
    for one in found:
        if before and one.start < before.end:
            continue
        together = before and _together(before, one, text, language)
        if before and not together:
            yield before
        before = _halved(together or one, text, language)
    if before:
        yield before


def _together(
    first: NumberInText, then: NumberInText, text: str, language: LanguageRules
) -> NumberInText | None:
    """Two numbers as one: a word after a word adds or multiplies, after digits it multiplies."""
    if not _NUMBER.fullmatch(first.value) or not text[then.start].isalpha():
        return None
    high, low = Decimal(first.value), Decimal(then.value)
    between = text[first.end : then.start].strip(" -")
    if between and not (high % 100 == 0 and language.joins.fullmatch(between)):
        return None
    if low in _MULTIPLIERS and high < low and not between:
        value = high * low
    elif text[first.start].isalpha() and _adds(high, low):
        value = high + low
    else:
        return None
    return NumberInText(first.start, then.end, plain_digits(value))


def _adds(high: Decimal, low: Decimal) -> bool:
    """Whether the second number goes on where the first ends, as 4 after 20."""
    return any(high % end == 0 < low < end <= high for end in (10, *_MULTIPLIERS))


def _halved(one: NumberInText, text: str, language: LanguageRules) -> NumberInText:
    """A number with the half that follows it."""
    half = language.halves.match(text, one.end + 1)
    if not half or not one.value.isdecimal():
        return one
    return NumberInText(one.start, half.end(), plain_digits(Decimal(one.value) + Decimal("0.5")))
