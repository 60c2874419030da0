"""Ways of writing a dose that have led to errors, by the lists of ISMP and the Joint Commission."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_pack.locales import Locale
from build_pack.problems import Place, Problem

_SHORT = r"(?<![^\W\d_])(?:m[gG]|m[lL]|mcg|[µμ]g|gr?|mgr)"
_LONG = (
    r"(?:(?:micro|milli)grams?|units?|tablets?|capsules?|drops?|puffs?|doses?"
    r"|mikrogram|miligram|ünite|kapsül|damla|puf|doz|ölçek)"
)
_UNIT = rf"(?:{_SHORT}|{_LONG})(?![^\W\d_])"
_KINDS = ("factor ", "faktör ", "type ", "tip ", "stage ", "evre ", "grade ")
_OF_NO_KIND = "".join(f"(?<!{word})" for word in _KINDS)
"""A Roman numeral after one of these words is no dose."""


class _UnsafeNotation(NamedTuple):
    pattern: re.Pattern[str]
    hint: str
    turkish: str
    """The hint where the text is Turkish."""


def _unsafe(pattern: str, hint: str, turkish: str | None = None) -> _UnsafeNotation:
    return _UnsafeNotation(re.compile(pattern), hint, turkish or hint)


_ZEROS = "Omit zeros after the decimal point, as in 1 mg; write a thousand as 1000 mg."

_UNSAFE = (
    _unsafe(
        r"\d+\s?[Uu]\b|(?:\d+\s?)?(?<![^\W\d_])I\.?U\b|\d+\s?İÜ\b",
        "Write “units” in full.",
        "Write “ünite” in full.",
    ),
    _unsafe(r"\b[Qq]\.?[Dd]\b", "Write “every day”.", "Write “her gün”."),
    _unsafe(r"\b[Qq]\.?[Oo]\.?[Dd]\b", "Write “every other day”.", "Write “gün aşırı”."),
    _unsafe(r"\b(?:MS|MSO4|MgSO4)\b", "Write the name in full."),
    _unsafe(r"(?:\b|\d+)(?:cc|CC)\b", "Write “ml”."),
    _unsafe(r"\b[Dd]/[Cc]\b", "Write what is meant: “stop”, or “go home”."),
    _unsafe(r"\bHS\b|\b[Hh]\.[Ss]\b", "Write “at bedtime”.", "Write “yatarken”."),
    _unsafe(
        r"\bOD\b|(?<!\.)\b[Oo]\.[Dd]\b",
        "Write what is meant: “once a day”, or “right eye”.",
        "Write what is meant: “günde bir kez”, or “sağ göz”.",
    ),
    _unsafe(r"[µμ]g\b", "Write “microgram”.", "Write “mikrogram”."),
    _unsafe(
        rf"\d+[.,]\d?0\s?{_UNIT}",
        _ZEROS,
    ),
    _unsafe(r"(?<![^\s(])[.,]\d+", "Write a zero in front: 0.5.", "Write a zero in front: 0,5."),
    _unsafe(rf"\d+{_UNIT}", "Leave a space between number and unit, as in 10 mg."),
    _unsafe(
        rf"{_SHORT}\.(?=\s+[^\W_A-ZÇĞİÖŞÜ]|[,;)])|^[\d.,]+\s?{_SHORT}\.$",
        "Omit the full stop after the unit.",
    ),
    _unsafe(
        r"(?<![\d/.])[1-9]/[2-9](?![\d/])|[¼-¾⅐-⅞]",
        "Write it in words, such as “half a tablet”.",
        "Write it in words, such as “yarım tablet”.",
    ),
    _unsafe(rf"(?i:{_OF_NO_KIND})\b[IVX]{{2,}}\b|\b[IVX]\s{_UNIT}", "Write the number in digits."),
    _unsafe(
        r"[<>≤≥]\s?\d+",
        "Write it in words: “less than” or “more than”.",
        "Write it in words: “az” or “fazla”.",
    ),
    _unsafe(
        rf"\d\s?[@&](?=[\s\d])|(?<!\S)[@&]\s?\d+|\d\s?{_UNIT}\s?[/@&](?!\s?(?:min|dk)\b)|\d/(?=[a-z])",
        "Write the sign as a word.",
    ),
    _unsafe(
        rf"(?<![\d:.,])(?:12|00|0|24)[:.]00\b(?!\s?{_UNIT})",
        "Write “noon” or “midnight”.",
        "Write “öğlen” or “gece yarısı”.",
    ),
)
_UNSAFE_IN = {
    "en": (
        _unsafe(
            rf"\d+\.\d{{2,}}0\s?{_UNIT}",
            _ZEROS,
        ),
        _unsafe(
            r"(?i)\b(?:hold|holds|holding|held)\b",
            "Translators have read this as “keep taking”: write “stop” or “do not take”.",
        ),
    ),
    "tr": (
        _unsafe(
            rf"\d+,\d{{2,}}0\s?{_UNIT}",
            _ZEROS,
        ),
        _unsafe(r"\d+\s?(?:mgr|gr)\b", "Write mg or g."),
    ),
}
"""What is unsafe in one language only."""


def dose_problems(text: str, locale: str, place: Place) -> Iterator[Problem]:
    """Each unsafe way of writing in a text in the language of `locale`, such as `10mg` or `IU`."""
    code = Locale(locale).language
    for pattern, hint, turkish in (*_UNSAFE, *_UNSAFE_IN.get(code, ())):
        if found := pattern.search(text):
            message = f"“{found[0].strip()}” can be misread."
            yield Problem("dose-unsafe", place, message, turkish if code == "tr" else hint)
