"""The fixed words of the sheets: marks, times of day, places, decisions and days.

They are few, and each decides what a patient does on a day. So what a translation says of each
family of words, such as the times of day, has to be what its source says: no more and no less.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_pack.checks.check_types import (
    CatalogCheck,
    CheckContext,
    CheckFault,
    TextCheck,
    TextPair,
)
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.languages.language_rules import LanguageRules, Words
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.regions import Region
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import lower_words

_REGIONS = "|".join(region.value for region in Region)
_IS_FIXED = re.compile(
    r"(?:mark|slot|decision|region|place|side|moment|calendar|last-dose|restart|between|limit|day"
    r"|step|task|checklist|diary|hours)[.-](?!notes)|last-dose$|medicines\.(?:fill|if)-"
    r"|phone\.|depends\.(?:region|kidney|indication|dose)"
)
"""How the ids of the words begin; all of them are in `ui.po`."""
_OF_A_REGION = re.compile(rf"\.(?:{_REGIONS})(?:\.(?:alternative|region))?$")
"""How the id of a leaflet's text ends that is for one region."""
_ONLY_FOR = {
    "what": re.compile(r"decision\.(?:reduce|switch)"),
    "act": re.compile(
        r"(?!medicines\.if-(?:missed|taken)|moment|phone|depends|(?:task\.)?restart.told)"
    ),
    "end": re.compile(r"(?!restart\.told|task\.restart-told|medicines\.if)"),
    "purpose": re.compile(r"phone"),
    "giver": re.compile(r"between\.(?:patient|nurse|hospital)"),
    "ground": re.compile(r"depends"),
    "edge": re.compile(r"moment\.midnight"),
    "cause": re.compile(r"medicines\.if"),
    "bound": re.compile(r"limit|.*hours$"),
    "which": re.compile(r"mark|decision|step\.(?:continue|changed)|task\.(?:changed|usual)"),
}
"""Families that mean something in some of the words only."""
_NOT_FOR = re.compile(
    r"day\.(?!before|after|hours|procedure)|diary\.times|step\.(?:without|from)|checklist\.title"
    r"|task\.(?:food|drinks)"
)
_AS_WELL: Mapping[str, frozenset[str]] = {
    "take": frozenset({"usual", "continue"}),
    "continue": frozenset({"usual"}),
    "start": frozenset({"continue"}),
    "bedtime": frozenset({"night"}),
    "wait": frozenset({"none"}),
}
"""What says the same as a word: “as usual” for “take”."""
_BESIDES = frozenset({"take", "start", "dose", "medicine", "call", "decide"})
"""What a translation may say besides where its source says something else of the same family."""
_ALWAYS = frozenset({"usual"})
_TAKE = "mark.usual"
"""The one text that says nothing but “take”."""
_HINT = "Patients act on these words: say exactly what the source says."


_WITH_AN_END = re.compile(r"task\.(?:food|drinks)|step\.without")
"""Sentences of which only this is held against the source: until when."""


def is_fixed(name: str) -> bool:
    """Whether the text with this id is one of the fixed words."""
    return bool(_IS_FIXED.match(name)) and not _NOT_FOR.match(name)


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    ours, theirs = known_language(pair.source_locale), known_language(pair.locale)
    if not ours or not theirs:
        return
    for family in (one for one in _families(pair.id, ours) if one in theirs.sheet):
        source = _said(pair.source, pair.source_locale, ours, family)
        text = _said(pair.text, pair.locale, theirs, family)
        missing = [n for n in source if not _is_met(n, pair, text, theirs)]
        if "take" in missing and pair.id != _TAKE:
            missing.remove("take")  # “take it again” is “start again”, and “last dose” says it
        allowed = set(source) if missing else _allowed(pair.id, source)
        extra = [name for name in text if name not in allowed]
        if missing or extra:
            said = [f"“{source[name]}”" for name in missing], [f"“{text[name]}”" for name in extra]
            yield CheckFault(difference_sentence("says", *said), _HINT)


def _allowed(name: str, source: Iterable[str]) -> set[str]:
    """What a translation may say of a family where it says all that its source says."""
    alike = {other for word in source for other in _AS_WELL.get(word, ())}
    label = name.startswith(("mark.", "slot.", "moment."))
    return {*source, *alike, *_ALWAYS, *(() if label and not source else _BESIDES)}


def _families(name: str, of: LanguageRules) -> Iterator[str]:
    if _OF_A_REGION.search(name):
        yield "region"
    if _WITH_AN_END.match(name):
        yield "end"
    if not is_fixed(name):
        return
    for family in of.sheet:
        only = _ONLY_FOR.get(family)
        if not only or only.match(name):
            yield family


def _said(text: str, locale: str, of: LanguageRules, family: str) -> dict[str, str]:
    """The words of a family that a text says, by their names."""
    words = lower_words(text, locale)
    found = ((name, one.search(words)) for name, one in of.sheet[family].items())
    said = {name: match[0] for name, match in found if match}
    if said.keys() >= {"left", "right"}:
        return {"both": f"{said['left']} {said['right']}"}
    return said


def _is_met(name: str, pair: TextPair, text: Mapping[str, str], of: LanguageRules) -> bool:
    """Whether a text says a word, or another that means the same."""
    if name in text:
        return True
    words = lower_words(pair.text, pair.locale)
    others = _AS_WELL.get(name, frozenset())
    return any(one.search(words) for each in _all(of, others) for one in each)


def _all(of: LanguageRules, names: frozenset[str]) -> Iterator[list[Words]]:
    for family in of.sheet.values():
        yield [words for name, words in family.items() if name in names]


def _unread(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    """Yield one fault for all fixed words of a language that has no list of them."""
    fixed = [pair for pair in pairs if is_fixed(pair.id)]
    if not fixed or Locale(fixed[0].locale).language == SOURCE_LOCALE:
        return
    language = known_language(fixed[0].locale)
    if language and language.sheet:
        return
    listed = "; ".join(dict.fromkeys(f"{pair.source} = {pair.text}" for pair in fixed))
    first = fixed[0]
    whole = TextPair(first.id, first.locale, listed, first.source, first.place)
    message = (
        f"The fixed words of the sheets in “{first.locale}” are not compared with the source: "
        f"{listed}."
    )
    yield (
        whole,
        CheckFault(message, "Have two people who know both languages read them to each other."),
    )


SHEET_WORDS = TextCheck("sheet-word-mismatch", Severity.ERROR, _find)
SHEET_WORDS_UNREAD = CatalogCheck("sheet-words-unread", Severity.WARNING, _unread)
