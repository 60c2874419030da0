"""Endings on values that the program fills in: nobody knows which ending the word will need."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.locales import Locale
from build_pack.problems import Severity

_FIELD = r"(?:\{[a-z_]+\}|%\(\w+\)[sd])"
_CLOSING = r"(?:\*\*|[”’»\"')\]])*"
_APOSTROPHE = "'’‘ʼ`´"
_ENDING = rf"(?:[{_APOSTROPHE}‐-]\s?)?[^\W\d_]+"
_APART = (
    rf"\s+(?:[{_APOSTROPHE}][^\W\d_]+|(?:de|da|te|ta|mi|mı|mu|mü|n[ıiuü]n|y[ıiuü]|[nd]?d[ae]n)\b)"
)
"""Turkish endings written apart from the word, whose vowel follows it all the same."""

_HANGING = {
    "tr": re.compile(rf"{_FIELD}{_CLOSING}(?:{_ENDING}|{_APART})"),
    "en": re.compile(rf"{_FIELD}(?:\*\*)?[^\W\d_]+"),
}
"""English may say “{clinic_name}’s”, which is right after every word, and “{days}-day”."""
_OTHERS = re.compile(rf"{_FIELD}{_CLOSING}{_ENDING}")
_AGGLUTINATIVE = frozenset(
    ("az", "ba", "crh", "et", "eu", "fi", "hu", "kk", "ky", "mn", "tk", "tt", "ug", "uz")
)
"""Other languages in which the word decides the vowels of its endings, or their number."""

_HINTS = {
    "tr": "Attach the suffix to a noun, as in “{emergency_number} numarasını arayın”.",
    "en": "Write “’s”, or rephrase the sentence, as in “the patients of {clinic_name}”.",
}
_HINT = "Attach the suffix to a noun, or rephrase the sentence."


def _suffixed(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    own = Locale(pair.locale).language
    hanging = _HANGING.get(own, _OTHERS if own in _AGGLUTINATIVE else None)
    for match in hanging.finditer(pair.text) if hanging else ():
        yield CheckFault(f"A suffix is attached to a value: “{match[0]}”.", _HINTS.get(own, _HINT))


SUFFIXES = TextCheck("placeholder-suffixed", Severity.ERROR, _suffixed)
