"""Medicines as a nurse types them: `NAME STRENGTH (key: value, key: value)`, one after another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_pack.content.clinic import Weekday
from build_pack.content.dosing import Slot
from build_pack.content.patterns import ID
from build_pack.content.text import keyword
from build_pack.planning.naming import AS_WRITTEN, fold

_EXAMPLE = "Write it like this: enoxaparin 40 mg (dose: preventive, taken: evening)."
_SLOTS = ", ".join(Slot)
_TAKEN = f"Write {_SLOTS}, several with + between them, or a weekday such as monday."
_KEYS = ("dose", "indication", "taken")


class EntryError(ValueError):
    """An entry that cannot be read: what is wrong with it, and how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.message} {self.hint}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One medicine as it was typed; nothing of it is looked up yet."""

    name: str
    strength: str = ""
    dose: str | None = None
    indication: str | None = None
    slots: tuple[Slot, ...] = ()
    weekday: Weekday | None = None


def split_entries(text: str) -> tuple[str, ...]:
    """The entries of a list: at each semicolon or line end that is not within brackets."""
    entries, depth = [""], 0
    for letter in text:
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if not depth and letter in ";\r\n":
            entries.append("")
        else:
            entries[-1] += letter
    return tuple(entry.strip() for entry in entries if entry.strip())


def parse_entry(text: str) -> Entry:
    """Read one entry, or raise `EntryError`; a strength starts at a blank before a digit."""
    match = re.fullmatch(r"([^()]*)(?:\(([^()]*)\)\s*)?", text)
    if match is None:
        raise EntryError(f"The brackets in “{text.strip()}” are not right.", _brackets(text))
    name, *strength = re.split(r"\s+(?=[.,]?[0-9]|[½¼¾⅓])", match[1].strip(), maxsplit=1)
    if not fold(name) or re.match(r"[0-9][0-9.,]*(\s|$)", name):
        raise EntryError(f"“{text.strip()}” has no name of a medicine.", _EXAMPLE)
    amount = "".join(strength)
    if amount.endswith(AS_WRITTEN):
        name, amount = name.removesuffix(AS_WRITTEN) + AS_WRITTEN, amount.rstrip(AS_WRITTEN + " ")
    details = {} if match[2] is None else _details(match[2])
    return Entry(name, amount, **details)


def _brackets(text: str) -> str:
    """What is wrong with the brackets of a text that has others than one pair at its end."""
    if text.count("(") != text.count(")"):
        return f"Close each bracket that you open. {_EXAMPLE}"
    return f"Use one pair of brackets, at the end. {_EXAMPLE}"


def _details(text: str) -> dict[str, Any]:
    """What stands in the brackets, as fields of an entry."""
    details: dict[str, Any] = {}
    seen = set()
    for part in text.split(","):
        key, colon, value = (each.strip() for each in part.partition(":"))
        if not colon or fold(key) not in _KEYS:
            known = f"Only {', '.join(_KEYS)} can stand there, each with a colon after it."
            hint = f"{known} If the brackets belong to the name, leave them out. {_EXAMPLE}"
            raise EntryError(f"“{part.strip()}” in brackets is not known.", hint)
        if fold(key) in seen:
            raise EntryError(f"“{key}” stands there twice.", "Keep one of the two.")
        seen.add(fold(key))
        details |= _taken(value) if fold(key) == "taken" else {fold(key): _id(key, value)}
    return details


def _id(key: str, value: str) -> str:
    """A value that is an id of the clinic's medicines.yaml, in small letters."""
    small = keyword(value)
    if not re.match(ID, small):
        hint = f"Write one that medicines.yaml lists, such as {key}: {_SAMPLES[fold(key)]}."
        raise EntryError(f"“{value}” after “{key}” is not known.", hint)
    return small


_SAMPLES = {"dose": "preventive", "indication": "stent"}


def _taken(value: str) -> dict[str, Any]:
    """Times of day in their order, and a weekday if there is one."""
    words = [fold(word) for word in value.split("+")]
    if unknown := next(_unknown(words), None):
        raise EntryError(f"“{value}” after “taken” is not known: {unknown}.", _TAKEN)
    days = [day for day in Weekday if day in words]
    return {
        "slots": tuple(slot for slot in Slot if slot in words),
        "weekday": days[0] if days else None,
    }


def _unknown(words: list[str]) -> Iterator[str]:
    """What is wrong with words for times: each in some words."""
    for word in words:
        if word not in {*Slot, *Weekday}:
            yield f"“{word}” is no time of day" if word else "a time of day is missing"
    if len(set(words)) < len(words):
        yield "a time stands there twice"
    if len({*words} & {*Weekday}) > 1:
        yield "only one weekday can stand there"
