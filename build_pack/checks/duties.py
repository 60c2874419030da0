"""Whether a translation obliges, allows and forbids as its source does."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.said import Said, number, said
from build_pack.problems import Severity

_HINT = "Say “must” where the source does, and “may” where it does."

_WRONG = (
    ({"must", "should"}, {"may", "may need"}),
    ({"may"}, {"must", "should"}),
    ({"must"}, {"should"}),
    ({"may need"}, {"must"}),
    ({"must not", "do not"}, {"need not"}),
    ({"need not"}, {"must not"}),
    ({"order"}, {"you may"}),
)
"""What a source says, and what a translation then must not say instead."""


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    for part in beside(pair):
        source = said(part.source, ours.senses.get("duty", {}))
        text = said(part.text, theirs.senses.get("duty", {}))
        wrong = next((one for one in _WRONG if _is_said(*one, source, text)), None)
        if wrong:
            asked = _first(source, wrong[0]).strip(" ,.:;")
            instead = _first(text, wrong[1])
            yield Fault(f"The source says “{asked}”; the translation says “{instead}”.", _HINT)


def _first(text: Said, senses: set[str]) -> str:
    return next(words[0] for sense, words in text.items() if sense in senses)


def _is_said(asked: set[str], instead: set[str], source: Said, text: Said) -> bool:
    """Whether a translation says one thing less often and the wrong one more often."""
    if asked == {"order"}:
        more = number(text, instead) > number(source, {*instead, "may", "free"})
        return more and bool(source.keys() & asked)
    more = number(text, instead) > number(source, instead)
    return more and number(text, asked) < number(source, asked)


DUTIES = TextCheck("duty-mismatch", Severity.ERROR, _find)
