"""How long a translation is beside its source.

The bound was measured on the texts of this library in English and Turkish. The logarithm of the
ratio of their lengths lies around 0, and spreads less the longer they are: by 1.4 divided by the
square root of the number of characters. The widest of them is at 4.3; we warn from 5, which is
3.6 times the spread: of a text of 50 characters, half or double; of one of 300, three quarters or
four thirds.
"""

from collections.abc import Iterator
from math import exp, log, sqrt

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.plain_text import plain

_SHORT = 30
"""Characters, as a mean of both. Below, the ratio says nothing: “On the day” is “İşlem günü”."""
_BOUND = 5.0
_MEASURED = frozenset(("en", "tr"))
_UNMEASURED = log(2)
"""The least bound for other languages, whose usual ratio is not known, and for rewordings."""


def _unusual(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    source, text = len(plain(pair.source)), len(plain(pair.text))
    mean = (source + text) / 2
    if mean < _SHORT or not source or not text:
        return
    bound = _BOUND / sqrt(mean)
    if {Locale(pair.locale).language, Locale(pair.source_locale).language} != _MEASURED:
        bound = max(bound, _UNMEASURED)
    if abs(log(text / source)) > bound:
        usual = f"{source * exp(-bound):.0f} to {source * exp(bound):.0f} are usual"
        message = f"The source has {source} characters; the translation has {text} ({usual})."
        yield CheckFault(message, "Check whether something was left out or added.")


LENGTHS = TextCheck("length-unusual", Severity.WARNING, _unusual)
