"""Whether a translation obliges, allows and forbids as its source does."""

from collections.abc import Collection, Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.translation.sentence_alignment import known_sentences
from build_pack.checks.translation.words_said import Said, number, words_said
from build_pack.problems import Severity

_HINT = "Use “must” where the source does, and “may” where it does."

_WRONG: tuple[tuple[set[str], set[str]], ...] = (
    ({"must", "should"}, {"may", "may need"}),
    ({"may"}, {"must", "should"}),
    ({"must"}, {"should"}),
    ({"may need"}, {"must"}),
    ({"must not", "do not"}, {"need not"}),
    ({"need not"}, {"must not"}),
)
"""What a source says, and what a translation then must not say instead."""


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        source = words_said(part.source, ours.senses.get("duty", {}))
        text = words_said(part.text, theirs.senses.get("duty", {}))
        found = _exchanged(source, text) or _weakened(source, text, (ours, theirs))
        if found:
            asked, instead = (words.strip(" ,.:;") for words in found)
            yield CheckFault(f"The source says “{asked}”; the translation says “{instead}”.", _HINT)


def _exchanged(source: Said, text: Said) -> tuple[str, str] | None:
    """What a translation says less often than its source, and what it says more often instead."""
    for asked, instead in _WRONG:
        more = number(text, instead) > number(source, instead)
        if more and number(text, asked) < number(source, asked):
            return _first(source, asked), _first(text, instead)
    return None


def _weakened(
    source: Said, text: Said, languages: tuple[LanguageRules, LanguageRules]
) -> tuple[str, str] | None:
    """An order, and the words of a translation that only allow what it asks for."""
    if number(text, {"you may"}) <= number(source, {"you may", "may", "free"}):
        return None
    ours, theirs = languages
    for order in source.get("order", ()):
        asked = {deed for deed, words in ours.deeds.items() if words.search(order)}
        for allowed in text["you may"]:
            if any(theirs.deeds[deed].search(allowed) for deed in asked & theirs.deeds.keys()):
                return order, allowed
    return None


def _first(text: Said, senses: Collection[str]) -> str:
    return next(words[0] for sense, words in text.items() if sense in senses)


DUTIES = TextCheck("duty-mismatch", Severity.ERROR, _find, compares=True)
