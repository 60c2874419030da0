"""References as programs and Crossref export them, in the form that CSL has for the same.

Only what is certain is changed; what is not stays as it was, to be told.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from build_pack.content.references.csl_fields import DATES, NAMES, NUMBERS, TEXTS
from build_pack.content.references.csl_texts import plain_text, unescaped

_ADDRESSES = {"DOI", "URL"}
"""Texts that may contain a < of their own."""
_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dissertation": "thesis",
    "web_page": "webpage",
}
"""What Crossref and others call the types of CSL."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?")


def as_csl(item: dict[str, Any]) -> dict[str, Any]:
    """A reference with its texts as words, lists of one as that one, and dates as CSL has them."""
    return dict(_fields(item))


def _fields(item: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in item.items():
        if name == "type":
            yield name, _TYPES.get(value, value) if isinstance(value, str) else value
            continue
        made = _maker(name)(value)
        if made is not None or value is None:
            yield name, made


def _maker(name: str) -> Callable[[Any], Any]:
    """What makes CSL of a field's value; None of one that says nothing."""
    if name in _ADDRESSES:
        return _address
    if name in NAMES:
        return _names
    if name in DATES:
        return _date
    if name == "title":
        return lambda value: _text(_only(value, most=1))
    return (lambda value: _text(_only(value))) if name in TEXTS | NUMBERS else lambda value: value


def _text(value: Any) -> Any:
    return plain_text(value) if isinstance(value, str) else value


def _address(value: Any) -> Any:
    first = _only(value)
    return unescaped(first).strip() if isinstance(first, str) else first


def _only(value: Any, most: int = 9) -> Any:
    """The first of a list of texts, as Crossref has titles and ISSNs; None of an empty one."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return value
    return None if not value else value[0] if len(value) <= most else value


def _names(value: Any) -> Any:
    return list(map(_name, value)) if isinstance(value, list) else value


def _name(person: Any) -> Any:
    """A name, or that of a body, which Crossref calls so."""
    if not isinstance(person, dict):
        return person
    body = person.get("name")
    if isinstance(body, str) and not {"family", "literal"} & person.keys():
        person = {key: value for key, value in person.items() if key != "name"} | {"literal": body}
    return {key: _text(value) for key, value in person.items() if value is not None}


def _date(value: Any) -> Any:
    """A date; None of one without a year, as Crossref has for what is not known."""
    written = value.get("raw") if isinstance(value, dict) and len(value) == 1 else value
    if isinstance(written, str) and (found := _DATE.fullmatch(written)):
        return {"date-parts": [[int(part) for part in found.groups() if part]]}
    if not isinstance(value, dict):
        return value
    if "date-parts" not in value:
        return {key: _text(said) for key, said in value.items()}
    parts = value["date-parts"]
    if not isinstance(parts, list) or not all(isinstance(one, list) for one in parts):
        return value
    known = [[part for part in one if part is not None] for one in parts]
    return None if parts and not any(known) and any(parts) else value | {"date-parts": known}
