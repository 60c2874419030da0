"""Words of a translation that say the opposite of those of its source, such as after for before."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.languages.beside import Beside, beside
from build_pack.checks.languages.known import known
from build_pack.checks.languages.language import Language
from build_pack.checks.languages.polarity import denials_of, firsts_of
from build_pack.problems import Severity

_HINT = "Say what the source says, or, if both mean the same, let a reviewer ignore this."

_EACH = {
    "order",
    "side",
    "course",
    "bound",
    "kind of medicine",
    "time of day",
    "order of doses",
    "weekday",
}
"""Groups of which a translation says each word that the source says; of others it may leave one
out, as “more active” is no “more” in Turkish."""


_DENIED = {
    "course": {"stop": "continue", "continue": "stop"},
    "taking": {"take": "leave out", "leave out": "take"},
}
"""By a group: what it means to deny a word of it, such as “do not stop”."""
_FAR = 4
"""Spaces from a “not” on, from which it is taken to deny another word."""


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    ours, theirs = known(pair.source_locale), known(pair.locale)
    if not ours or not theirs:
        return
    for part in beside(pair):
        yield from _faults(part, ours, theirs)


def _faults(part: Beside, ours: Language, theirs: Language) -> Iterator[Fault]:
    unlike = len(denials_of(part.source, ours)) != len(denials_of(part.text, theirs))
    limits = unlike and bool(ours.denials.only.search(part.source)) != bool(
        theirs.denials.only.search(part.text)
    )
    for group in ours.opposites:
        if limits and group in {*_DENIED, "order"}:
            continue
        source = _said(part.source, group, ours)
        if not source:
            continue
        text = _said(part.text, group, theirs)
        if len(source) == 1 and text and not source.keys() & text.keys():
            said, instead = (next(iter(one.values())) for one in (source, text))
            message = f"The source says “{said}”; the translation says “{instead}”."
            yield Fault(message, _HINT)
        elif group in _EACH and text and source.keys() - text.keys():
            said, only = (
                " and ".join(f"“{word}”" for word in one.values()) for one in (source, text)
            )
            yield Fault(f"The source says {said}; the translation says only {only}.", _HINT)


@lru_cache(maxsize=65_536)
def _said(text: str, group: str, language: Language) -> Mapping[str, str]:
    """Which words of a group a text says, and how; of a denied one its opposite, if it has one."""
    found: dict[str, str] = {}
    for name, words in language.opposites.get(group, {}).items():
        for match in words.finditer(text):
            if meant := _meant(name, group, match, language) if group in _DENIED else name:
                found.setdefault(meant, match[0])
    return found


def _meant(name: str, group: str, match: re.Match[str], language: Language) -> str | None:
    """What a word means where it stands; None: that is not certain."""
    start, text = match.start(), match.string
    for denial in denials_of(text, language):
        if denial.meets(match.span()):
            far = text[denial.word[1] : start].count(" ") >= _FAR
            return None if far else _DENIED[group].get(name, f"not {name}")
    ahead = any(one.meets(match.span()) for one in firsts_of(text, language))
    return None if ahead else name


OPPOSITES = TextCheck("opposite-mismatch", Severity.ERROR, _find)
