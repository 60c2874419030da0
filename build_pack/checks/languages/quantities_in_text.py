"""The units of a text, each with the number that is before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_pack.checks.languages.digits import NumberInText
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.numbers_in_text import numbers_in_text
from build_pack.checks.languages.word_group import possible
from build_pack.text.addresses import without_addresses
from build_pack.text.plain_text import FIELD


@dataclass(frozen=True, slots=True)
class QuantityInText:
    """A unit in a text."""

    unit: str
    word: str
    """As the text says it."""
    value: str
    """The number of them; empty if none is said."""
    sure: bool
    """Whether it is certainly the unit, or a word such as “time”."""


@lru_cache(maxsize=8192)
def quantities_in_text(
    text: str, locale: str, language: LanguageRules
) -> tuple[QuantityInText, ...]:
    """Every unit of a text that is folded."""
    counted = [*numbers_in_text(text, locale), *_fields(text)]
    text = language.idioms.sub(lambda match: " " * len(match[0]), without_addresses(text))
    found = []
    for sure, units in ((True, language.units), (False, language.perhaps_units)):
        for unit, words in possible(text, units):
            for match in words.finditer(text):
                value = _value(match, counted, text, language)
                found.append(QuantityInText(unit, match[0].strip(), value, sure))
    return tuple(found)


def _fields(text: str) -> list[NumberInText]:
    return [NumberInText(at, at + 1, FIELD) for at, sign in enumerate(text) if sign == FIELD]


def _value(
    unit: re.Match[str], counted: Iterable[NumberInText], text: str, language: LanguageRules
) -> str:
    """The number before a unit, or after a sign such as that of Turkish per cent."""
    for one in counted:
        between = text[one.end : unit.start()].strip(" -") if one.end <= unit.start() else None
        if between == "" or (between and language.fillers.fullmatch(between)):
            return one.value if one.sure else ""
        if unit[0] == "%" and one.start == unit.end():
            return one.value
    return ""
