"""The punctuation with which a text ends."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_markers import QUESTION_WORDS
from build_pack.checks.words_and_names import words
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import fold_case
from build_pack.text.plain_text import plain

_MARKS = {
    ".": "a full stop",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    ";": "a semicolon",
    ",": "a comma",
    "…": "an ellipsis",
}
_SAME = str.maketrans("؟؛،।。？！：", "?;,..?!:")
"""The marks of other scripts."""
_NOTHING = "no punctuation mark"


def _different(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    wanted, found = _ending(pair.source), _ending(pair.text)
    if wanted == found or _are_questions(pair, wanted, found):
        return
    message = f"The source ends with {wanted}; the translation ends with {found}."
    yield CheckFault(message, "End both with the same punctuation.")


def _ending(text: str) -> str:
    """The last mark of a text, not counting what closes brackets and quotations."""
    last = plain(text).replace("...", "…").translate(_SAME).rstrip(" )]”’»\"'")[-1:]
    return _MARKS.get(last, _NOTHING)


def _are_questions(pair: TextPair, wanted: str, found: str) -> bool:
    """Whether one asks with a mark and the other without, as “What to do” and “Ne yapmalı?”."""
    if {wanted, found} != {_MARKS["?"], _NOTHING}:
        return False
    if found == _NOTHING:
        return _asks(pair.text, pair.locale)
    return _asks(pair.source, pair.source_locale)


def _asks(text: str, locale: str) -> bool:
    """Whether a text without a mark begins as a question does."""
    asking = QUESTION_WORDS.get(Locale(locale).language, frozenset())
    return any(fold_case(word.text) in asking for word in words(text)[:1])


ENDINGS = TextCheck("ending-different", Severity.WARNING, _different)
