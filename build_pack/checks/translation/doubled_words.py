"""Words that appear twice in a row by mistake."""

import re
from collections.abc import Iterator, Mapping

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import fold_case, lower_case
from build_pack.text.plain_text import plain

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_TWICE = re.compile(rf"(?<![\w’'-])({_WORD})\s+(?=({_WORD})\b)")

_RIGHT = frozenset(("that", "had"))
"""English words that grammar may double."""

_NEVER = re.compile(
    r"""
    acaba|ama|ancak|artık|bile|bir|biz|bizi|bu|bunu|çünkü|da|de|değil|diye|dolayı|eğer|en|fakat|gibi
    |göre|hangi|hem|henüz|her|hiçbir|için|ile|ilgili|ise|itibaren|kadar|karşı|ki|lütfen|ne|nedeniyle
    |o|olan|olarak|olursa|olup|önce|rağmen|sadece|siz|size|sizi|sizin|sonra|şu|tarafından|üzere|var
    |ve|veya|yalnızca|ya\ da|yok
    |\w+(?:l[ae]r|[ıiuü]n[ıiuü]z)(?:[ıiae]|[ıi]n|d[ae]n?|[ıi]n[ıiae]|[ıi]nd[ae]n?)
    """,
    re.VERBOSE,
)
"""Turkish words that cannot be doubled: function words, and nouns whose endings say their case.

Others can: “yavaş yavaş”, “bol bol”, “tek tek”, “zaman zaman” are grammar.
"""


def _doubled(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for match in _TWICE.finditer(plain(pair.text)):
        word = match[1]
        if fold_case(word) == fold_case(match[2]) and _is_mistake(
            word, Locale(pair.locale).language
        ):
            yield CheckFault(f"“{word}” appears twice in a row.", "Remove one of the two.")


def _is_mistake(word: str, own: str) -> bool:
    mistakes: Mapping[str, bool] = {
        "en": lower_case(word, own) not in _RIGHT,
        "tr": bool(_NEVER.fullmatch(lower_case(word, own))),
    }
    return mistakes.get(own, False)  # of other languages it is not known what they double


DOUBLED = TextCheck("word-doubled", Severity.WARNING, _doubled)
