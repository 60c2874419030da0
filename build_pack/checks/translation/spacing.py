"""Spaces where none belong, and none where one does."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.addresses import without_links
from build_pack.text.plain_text import FIELD, plain

_LETTER = r"[^\W\d_]"
_SPACED = frozenset(("fr",))
"""Languages that set a space before a colon or a question mark."""


def _rule(pattern: str, message: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern), message


_RULES = (
    _rule(r"\S*[^\S\n]{2,}\S*", "There are two spaces in a row in {}."),
    _rule(r"^\s+\S+|\S+\s+$", "There is a space at the edge: {}."),
    _rule(r"\S*[(\[“‘]\s+\S*", "There is a space after an opening mark in {}."),
    _rule(r"\S*\s+[)\]”](?:\W|$)", "There is a space before a closing mark in {}."),
    _rule(
        rf"\S*{_LETTER}[,;:!?](?={_LETTER}{{2}})\S*|\S*{_LETTER}{{2}}[.](?={_LETTER}[^\W\d_A-Z])\S*",
        "There is no space after the punctuation mark in {}.",
    ),
    _rule(rf"\S*(?:{_LETTER}{FIELD}|\d{FIELD})\S*", "There is no space before the value in {}."),
)
_BEFORE_MARK = re.compile(r"\S+\s+(?:[,;:!?]|[.](?![.\d]))(?=\s|$)")
_STRONG = re.compile(r"\*\*(.*?)\*\*", re.DOTALL)
_HINT = "Correct the spaces."


def _odd(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    text = without_links(plain(pair.text), "0")
    for pattern, message in _RULES:
        if found := pattern.search(text):
            yield CheckFault(message.format(f"“{found[0]}”"), _HINT)
    if Locale(pair.locale).language not in _SPACED and (found := _BEFORE_MARK.search(text)):
        yield CheckFault(f"There is a space before the punctuation mark in “{found[0]}”.", _HINT)
    for strong in _STRONG.finditer(pair.text):
        if strong[1] != strong[1].strip() or _is_glued(strong):
            hint = "Put spaces around the asterisks, not inside them."
            yield CheckFault(f"The spaces around the asterisks of “{strong[0]}” are wrong.", hint)


def _is_glued(strong: re.Match[str]) -> bool:
    """Whether a letter is on both sides of one of its pairs of stars."""
    before, after = strong.string[: strong.start()], strong.string[strong.end() :]
    opening = before[-1:].isalpha() and strong[1][:1].isalpha()
    return opening or (strong[1][-1:].isalpha() and after[:1].isalpha())


SPACING = TextCheck("spacing-odd", Severity.WARNING, _odd, reads_names=True)
