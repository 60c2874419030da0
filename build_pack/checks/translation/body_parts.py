"""Parts of the body that a translation names, against those of its source."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.word_group import possible
from build_pack.checks.translation.sentence_alignment import AlignedTexts, known_sentences
from build_pack.checks.translation.words_said import Said, more, words_said
from build_pack.problems import Severity

_HINT = "Name the same part of the body as the source."

_WIDER = {
    "back": {"upper back", "lower back", "spine", "nape"},
    "head": {"nape", "face"},
    "neck": {"nape", "throat"},
    "face": {"eye", "mouth", "jaw"},
    "mouth": {"lip", "tongue"},
    "chest": {"breast", "rib"},
    "belly": {"stomach"},
    "hip": {"buttock"},
    "leg": {"thigh", "calf", "groin"},
    "foot": {"toe", "heel"},
    "hand": {"finger"},
    "gums": {"tooth"},
    "bowel": {"buttock"},
    "bladder": {"genitals"},
    "spine": {"bone", "disc"},
}
"""A part, and parts of it by which a good translation may call it, or the reverse."""


_NEAR = 3


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for part, ours, theirs in known_sentences(pair):
        yield from _faults(part, ours, theirs)


def _faults(part: AlignedTexts, ours: LanguageRules, theirs: LanguageRules) -> Iterator[CheckFault]:
    source, text = body_parts_in(part.source, ours), body_parts_in(part.text, theirs)
    fewer, added = more(source, text), more(text, source)
    lost = [one for one in fewer if not _passes(one, text)]
    new = [one for one in added if one not in source and not _passes(one, source)]
    found = (lost, [one for one in added if one in source or one in new]) if lost else (fewer, new)
    if all(found):
        (was, *_), (instead, *_) = found
        message = f"The source says “{source[was][0]}”; the translation says “{text[instead][0]}”."
        yield CheckFault(message, _HINT)
    elif (pairs := _sided(part.source, ours)) and not lost and not new:
        others = _sided(part.text, theirs)
        if others and pairs.keys() != others.keys() and _same_words(pairs, others):
            (was, *_), (instead, *_) = pairs.values(), others.values()
            yield CheckFault(f"The source says “{was}”; the translation says “{instead}”.", _HINT)


@lru_cache(maxsize=8192)
def _sided(text: str, language: LanguageRules) -> Mapping[tuple[str, str], str]:
    """Each side with the part of the body that follows it, and how the text says both."""
    parts = [
        (match.start(), match.end(), part)
        for part, words in possible(text, language.body)
        for match in words.finditer(text)
    ]
    found = {}
    for side, words in possible(text, language.opposites.get("side", {})):
        for match in words.finditer(text):
            near = [one for one in parts if match.end() <= one[0] <= match.end() + _NEAR]
            if near:
                _start, end, part = min(near)
                found[side, part] = text[match.start() : end]
    return found


def _same_words(pairs: Collection[tuple[str, str]], others: Collection[tuple[str, str]]) -> bool:
    """Whether two texts have the same sides and the same parts, however they go together."""
    return all({one[at] for one in pairs} == {one[at] for one in others} for at in (0, 1))


@lru_cache(maxsize=8192)
def body_parts_in(text: str, language: LanguageRules) -> Said:
    """The parts of the body that a folded text names, and how."""
    return words_said(language.no_body.sub(lambda match: " " * len(match[0]), text), language.body)


def _passes(part: str, others: Said) -> bool:
    """Whether others have the part, what it is a part of, or a part of it."""
    wider = {name for name, parts in _WIDER.items() if part in parts}
    return bool(others.keys() & {part, *_WIDER.get(part, ()), *wider})


BODY = TextCheck("body-mismatch", Severity.ERROR, _find, compares=True)
