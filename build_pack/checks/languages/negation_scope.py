"""What a text says and what it denies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.checks.languages.language_rules import LanguageRules, Words

_JOINED = re.compile(r",|\bor\b|\bveya\b")
_LIGHT = frozenset(("do", "feel", "give", "go", "have", "may", "need", "happen", "see"))
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Polarity:
    """The deeds of a folded text, by their names; one may be in several."""

    denied: frozenset[str]
    nearly: frozenset[str]
    """Denied by a word such as “hardly” or “before”."""
    soft: frozenset[str]
    """Those of them that a word such as “unless” denies."""
    affirmed: frozenset[str]
    denies: bool
    """Whether it denies anything at all."""
    hedged: bool
    """Whether any word nearly denies."""


@dataclass(frozen=True, slots=True)
class NegationScope:
    """A word that denies, and all that it may deny."""

    word: Span
    all: Span

    def meets(self, span: Span) -> bool:
        """Whether it reaches some words."""
        return _meet(self.all, span)


def polarity(text: str, language: LanguageRules) -> Polarity:
    """Which deeds a text denies, and which it says."""
    every = negations_of(text, language)
    soft = [*_reaches(language.denials.soft, text, language)]
    near = [
        *soft,
        *(
            one
            for one in _reaches(language.denials.nearly, text, language)
            if not any(_meet(one.word, other.word) for other in every)
        ),
    ]
    denials = [one for one in every if not any(_meet(one.word, other.word) for other in near)]
    deeds = [
        (match.span(), deed)
        for deed, words in language.deeds.items()
        for match in words.finditer(text)
    ]
    denied = {deed for one in denials for deed in _nearest(one, deeds, text)}
    themselves = {deed for span, deed in deeds if any(_meet(one.word, span) for one in near)}
    hedged = {deed for span, deed in deeds if any(one.meets(span) for one in near)}
    free = {deed for span, deed in deeds if not any(one.meets(span) for one in (*denials, *near))}
    themselves -= denied
    return Polarity(
        denied=frozenset(denied),
        nearly=frozenset(hedged - themselves),
        soft=frozenset(deed for span, deed in deeds if any(one.meets(span) for one in soft)),
        affirmed=frozenset(free | themselves),
        denies=bool(every),
        hedged=bool(near),
    )


def negations_of(text: str, language: LanguageRules) -> list[NegationScope]:
    """Each “not” of a folded text."""
    return [*_reaches(language.denials.words, text, language)]


def prerequisites_of(text: str, language: LanguageRules) -> list[NegationScope]:
    """Each word such as “before”, with what has not come yet."""
    return [*_reaches(language.denials.ahead, text, language)]


def _reaches(kind: Words, text: str, language: LanguageRules) -> Iterator[NegationScope]:
    denials = language.denials
    text = denials.neutral.sub(lambda match: "#" * len(match[0]), text)
    for match in kind.finditer(text):
        after = denials.after.match(text, match.end())
        before = next(
            (reach for words, reach in denials.before if words.match(text, match.start())), None
        )
        back = before.search(text[: match.start()]) if before else None
        whole = back.start() if back else match.start(), after.end() if after else match.end()
        yield NegationScope(match.span(), whole)


def _nearest(denial: NegationScope, deeds: list[tuple[Span, str]], text: str) -> Iterator[str]:
    """What a negation denies: what it reaches back to, or the first after it and what goes with it.

    Words that say little, as “do” and “feel”, count only where nothing else is reached.
    """
    reached = sorted(one for one in deeds if denial.meets(one[0]))
    back = [one for one in reached if one[0][0] < denial.word[1]]
    after = [] if back else reached
    telling = [one for one in back or after if one[1] not in _LIGHT] or back or after
    end = 0
    for span, deed in telling:
        if not back and end and span[0] >= end and not _JOINED.search(text[end : span[0]]):
            return
        yield deed
        end = max(end, span[1])


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
