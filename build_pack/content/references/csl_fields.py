"""The fields of a CSL-JSON reference held to their kinds: what is not would be printed as it is."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from build_pack.content.references.csl_texts import TAG, TEX
from build_pack.content.yaml.source_file import SourceFile
from build_pack.problems import Loc, Problem
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# As the schema of CSL 1.0.2 has them.
NAMES = _set(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editorial-director executive-producer guest host illustrator interviewer "
    "narrator organizer original-author performer producer recipient reviewed-author "
    "script-writer series-creator translator"
)
DATES = _set("accessed available-date container event-date issued original-date submitted")
TEXTS = _set(
    "abstract annote archive archive-place archive_collection archive_location authority "
    "call-number citation-key citation-label collection-title container-title "
    "container-title-short dimensions division DOI event event-place event-title genre ISBN ISSN "
    "journalAbbreviation jurisdiction keyword language locator medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place "
    "references reviewed-genre reviewed-title scale section shortTitle source status title "
    "title-short URL version volume-title year-suffix"
)
NUMBERS = _set(
    "chapter-number citation-number collection-number edition first-reference-note-number issue "
    "number number-of-pages number-of-volumes page page-first part-number printing-number "
    "supplement-number volume"
)
"""Fields that may be a number; they may be text as well, such as the pages “10-12”."""

VERIFIED = "verified"
"""Not of CSL: who has opened the source and found that it says what it is cited for, and when."""
_VERIFIED_HINT = 'Write it as {"on": "2026-11-30", "by_role": "Pharmacist"}.'

_ADDRESSES = {"DOI", "URL"}
PARTS_OF_A_NAME = (
    *("family", "given", "literal", "suffix"),
    *("dropping-particle", "non-dropping-particle"),
)
_DIGITS = re.compile(r"-?[0-9]{1,4}")

_TEXT_HINT = "Write it as text in double quotes, or remove the field."
_NAMES_HINT = (
    'Write a list of people such as [{"family": "Smith", "given": "J"}] or {"literal": …}.'
)
_DATE_HINT = 'Write it as {"date-parts": [[2020, 1, 31]]} or {"literal": "spring 2020"}.'


def field_problems(item: dict[str, Any], loc: Loc, source: SourceFile) -> Iterator[Problem]:
    """One problem for each field of a reference that is not of its kind, at the field."""
    for name, value in item.items():
        here = (*loc, name)
        if name in NAMES:
            yield from _name_problems(value, name, here, source)
        elif name in DATES:
            yield from _date_problems(value, name, here, source)
        elif name in TEXTS | NUMBERS:
            yield from _text_problems(value, name, here, source, number=name in NUMBERS)
        elif name == VERIFIED:
            yield from _verification_problems(value, here, source)


def _text_problems(
    value: Any, name: str, loc: Loc, source: SourceFile, *, number: bool = False
) -> Iterator[Problem]:
    if number and type(value) in {int, float}:
        return
    if not isinstance(value, str):
        yield _invalid(source, loc, f"The field “{name}” is not text.", _TEXT_HINT)
    elif name not in _ADDRESSES and (found := TAG.search(value)):
        message = f"The field “{name}” contains the tag {found[0]}, which would be printed."
        yield _invalid(source, loc, message, "Write the formula as text, without tags.")
    elif name not in _ADDRESSES and (found := TEX.search(value)):
        message = f"The field “{name}” contains TeX, {found[0]}, which would be printed."
        yield _invalid(source, loc, message, "Use the characters themselves.")
    elif hidden := hidden_character(value):
        message = f"The field “{name}” contains the invisible character {hidden[1]}."
        yield Problem("character-forbidden", source.place(loc), message, HIDDEN_HINT)


def _verification_problems(value: Any, loc: Loc, source: SourceFile) -> Iterator[Problem]:
    if not isinstance(value, dict) or set(value) != {"on", "by_role"}:
        message = f"The field “{VERIFIED}” does not say “on” which day and “by_role” by whom."
        yield _invalid(source, loc, message, _VERIFIED_HINT)
        return
    yield from _text_problems(value["by_role"], "by_role", (*loc, "by_role"), source)
    if not _is_day(value["on"]):
        message = f"“{value['on']}” is not a valid date."
        yield _invalid(source, (*loc, "on"), message, _VERIFIED_HINT)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _name_problems(value: Any, name: str, loc: Loc, source: SourceFile) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield _invalid(source, loc, f"The field “{name}” is not a list of names.", _NAMES_HINT)
        return
    for index, person in enumerate(value):
        here = (*loc, index)
        if not isinstance(person, dict) or not (person.get("family") or person.get("literal")):
            message = f"A name in “{name}” has neither “family” nor “literal”."
            yield _invalid(source, here, message, _NAMES_HINT)
            continue
        for part in PARTS_OF_A_NAME:
            if part in person:
                yield from _text_problems(person[part], part, (*here, part), source)


def _date_problems(value: Any, name: str, loc: Loc, source: SourceFile) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _invalid(source, loc, f"The field “{name}” is not a valid date.", _DATE_HINT)
    elif "date-parts" in value:
        if not _are_dates(value["date-parts"]):
            message = f"The “date-parts” of “{name}” are not lists of year, month and day."
            yield _invalid(source, (*loc, "date-parts"), message, _DATE_HINT)
    elif "literal" in value:
        yield from _text_problems(value["literal"], "literal", (*loc, "literal"), source)
    else:  # “raw” alone as well: the list of references would leave it out in silence
        message = f"The date “{name}” has neither “date-parts” nor “literal”."
        yield _invalid(source, loc, message, _DATE_HINT)


def _are_dates(value: Any) -> bool:
    """Whether this is one date or a first and a last one, each of one to three numbers."""
    return _is_list(value, 2) and all(
        _is_list(parts, 3) and all(_is_number(part) for part in parts) for parts in value
    )


def _is_list(value: Any, most: int) -> bool:
    return isinstance(value, list) and 1 <= len(value) <= most


def _is_number(value: Any) -> bool:
    """A number, or digits in quotes as Zotero writes years."""
    return type(value) is int or (isinstance(value, str) and bool(_DIGITS.fullmatch(value)))


def _invalid(source: SourceFile, loc: Loc, message: str, hint: str) -> Problem:
    return Problem("value-invalid", source.place(loc), message, hint)
