"""Words of a translation that say the opposite of those of its source, such as after for before."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.negation_scope import negations_of, prerequisites_of
from build_pack.checks.languages.word_group import possible
from build_pack.checks.translation.sentence_alignment import AlignedTexts, known_sentences
from build_pack.problems import Severity

_HINT = "Match the meaning of the source. If both mean the same, a reviewer can ignore this."

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


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        yield from _faults(part, ours, theirs)


def _faults(part: AlignedTexts, ours: LanguageRules, theirs: LanguageRules) -> Iterator[CheckFault]:
    unlike = len(negations_of(part.source, ours)) != len(negations_of(part.text, theirs))
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
            yield CheckFault(message, _HINT)
        elif group in _EACH and text and source.keys() - text.keys():
            said, only = (
                " and ".join(f"“{word}”" for word in one.values()) for one in (source, text)
            )
            yield CheckFault(f"The source says {said}; the translation says only {only}.", _HINT)


@lru_cache(maxsize=65_536)
def _said(text: str, group: str, language: LanguageRules) -> Mapping[str, str]:
    """Which words of a group a text says, and how; of a denied one its opposite, if it has one."""
    found: dict[str, str] = {}
    for name, words in possible(text, language.opposites.get(group, {})):
        for match in words.finditer(text):
            if meant := _meant(name, group, match, language) if group in _DENIED else name:
                found.setdefault(meant, match[0])
    return found


def _meant(name: str, group: str, match: re.Match[str], language: LanguageRules) -> str | None:
    """What a word means where it stands; None: that is not certain."""
    start, text = match.start(), match.string
    for denial in negations_of(text, language):
        if denial.meets(match.span()):
            far = text[denial.word[1] : start].count(" ") >= _FAR
            return None if far else _DENIED[group].get(name, f"not {name}")
    ahead = any(one.meets(match.span()) for one in prerequisites_of(text, language))
    return None if ahead else name


OPPOSITES = TextCheck("opposite-mismatch", Severity.ERROR, _find, compares=True)
