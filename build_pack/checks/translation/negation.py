"""How often a translation says “not”, against its source, and of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.negation_equivalents import COMPLEMENTS
from build_pack.checks.languages.negation_scope import Polarity, polarity
from build_pack.checks.translation.sentence_alignment import AlignedTexts, known_sentences
from build_pack.locales import Locale
from build_pack.problems import Severity

_WORD = re.compile(r"[^\W\d_]+|□")
_SMALL = frozenset(("do", "does", "did", "a", "an", "any", "some", "always", "something", "ca"))
_LITERAL = 0.9
_TWICE = 2

_HINT = "Check whether a “not” was lost or added; a reviewer can ignore this with a reason."


@dataclass(frozen=True, slots=True)
class _NegationCount:
    """How many negations a text has at least and at most, and the words that deny."""

    least: int
    most: int
    words: tuple[str, ...]

    def __str__(self) -> str:
        number = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
        said = ", ".join(f"“{word}”" for word in self.words)
        return f"{number} ({said})" if said else number


def _find(pair: TextPair, _context: CheckContext, *, unsure: bool) -> Iterator[CheckFault]:
    codes = Locale(pair.source_locale).language, Locale(pair.locale).language
    for part, ours, theirs in known_sentences(pair):
        source = _count(part.source, part.text, (ours, theirs), codes)
        text = _count(part.text, part.source, (theirs, ours), codes[::-1])
        if ours is theirs and _is_literal(part, ours):
            source, text = replace(source, most=source.least), replace(text, most=text.least)
        if less := source.least - text.most if source.least > text.most else 0:
            wrong = _verdict(part, (ours, theirs), less)
        elif more := text.least - source.most if text.least > source.most else 0:
            wrong = _verdict(AlignedTexts(*part[::-1]), (theirs, ours), -more)
        else:
            wrong = None
            if not unsure and (split := _split(part, ours, theirs)):
                message = (
                    f"The source negates each item of a list; the translation only one: “{split}”."
                )
                yield CheckFault(message, "Negate both, as in “kesmeyin veya değiştirmeyin”.")
        if wrong is (Severity.WARNING if unsure else Severity.ERROR):
            yield CheckFault(
                f"Negations in the source: {source}; in the translation: {text}.", _HINT
            )


def _verdict(
    part: AlignedTexts, languages: tuple[LanguageRules, LanguageRules], more: int
) -> Severity | None:
    """How bad it is that the first of two texts denies more often; negative: it is the translation.

    Nothing, if the other text says the same without a “not”; a warning, if it speaks of other
    things, or of so much that nobody can tell; an error, if it affirms what the first one denies.
    """
    own, other = languages
    denying, saying = polarity(part.source, own), polarity(part.text, other)
    if own is other and _is_literal(part, own):
        return Severity.ERROR
    if _is_same(denying, saying):
        return None
    if more > 0 and _is_freed(denying, saying):
        return Severity.ERROR
    limits = other.denials.only.search(part.text) and not own.denials.only.search(part.source)
    unsure = abs(more) == _TWICE or limits or _is_reworded(denying, saying)
    return Severity.WARNING if unsure else Severity.ERROR


def _count(
    text: str, other: str, languages: tuple[LanguageRules, LanguageRules], codes: tuple[str, str]
) -> _NegationCount:
    own, beside_it = languages
    turns = (*own.turns.get(codes[1], ()), *beside_it.turns_of.get(codes[0], ()))
    turned = sum(turn.added(text, other) for turn in turns)
    text = own.denials.neutral.sub(" ", text)
    found = tuple(match[0] for match in own.denials.words.finditer(text))
    lists = (match[0] for match in own.denials.lists.finditer(text))
    listed = sum(len(own.denials.further.findall(one)) for one in lists)
    return _NegationCount(len(found) + turned, len(found) + turned + listed, found)


def _is_reworded(denying: Polarity, other: Polarity) -> bool:
    """Whether nothing that one text denies is affirmed by the other: it is said in other words."""
    said = other.affirmed - denying.affirmed
    alone = denying.denied - (other.denied - said) - other.nearly
    hedged = denying.hedged or other.hedged
    return not alone & other.affirmed and (bool(alone) or hedged or denying.denies)


def _is_freed(source: Polarity, text: Polarity) -> bool:
    """Whether a translation affirms what “unless” or “trouble” denies in its source."""
    nearly = source.soft if source.denies else source.nearly
    return bool(nearly & text.affirmed) and not text.hedged


def _is_literal(part: AlignedTexts, language: LanguageRules) -> bool:
    """Whether two texts in one language have the same words, but for those that deny."""
    both = (language.denials.words.sub(" ", text) for text in part)
    source, text = ([one for one in _WORD.findall(words) if one not in _SMALL] for words in both)
    return SequenceMatcher(None, source, text, autojunk=False).ratio() >= _LITERAL


def _is_same(denying: Polarity, other: Polarity) -> bool:
    """Whether the other text affirms what says the same as a denial: “keep” for “do not stop”."""
    alone = denying.denied - other.denied
    said = (other.affirmed | other.nearly) - denying.affirmed
    clash = alone & other.affirmed - denying.affirmed
    return not clash and any(COMPLEMENTS.get(one, frozenset()) & said for one in alone)


def _split(part: AlignedTexts, ours: LanguageRules, theirs: LanguageRules) -> str:
    """Words of a translation that deny one of two things which the source denies together."""
    found = (
        theirs.denials.split.search(part.text) if ours.denials.lists.search(part.source) else None
    )
    return found[0] if found else ""


NEGATION = TextCheck("negation-mismatch", Severity.ERROR, partial(_find, unsure=False))
NEGATION_UNSURE = TextCheck("negation-unsure", Severity.WARNING, partial(_find, unsure=True))
