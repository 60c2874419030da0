"""Medicines as they are typed or pasted: `NAME STRENGTH (key: value, key: value)`, in a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.amounts import read_amount
from build_pack.planning.medicine_lookup.name_matching import AS_WRITTEN
from build_pack.text.folding import fold_name
from build_pack.text.keywords import keyword
from build_pack.text.patterns import ID

EXAMPLE = "Write it like this: enoxaparin 40 mg (dose: preventive, taken: evening)."
_SLOTS = ", ".join(Slot)
_TAKEN = f"Write {_SLOTS}, several with + between them, or a weekday such as monday."
_KEYS = ("dose", "indication", "taken", "stopped")
_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"
)
"""A date as 2026-12-05, or with points, where the day comes first in all languages."""
_YEARS = (2000, 2100)
"""Any other year is a slip."""
_ENDS = ";\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\u037e\u061b\uff1b"
"""What ends an entry of a list wherever it stands: semicolons of all scripts, and line ends."""
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣+‐−]\s+|\d{1,2}[.)]\s*(?=[^\W\d]))+")
_COMMAS = "+/&|\\¦•*·▪●◦‣•՝،߸፣᠂᠈‚、︐︑﹐﹑，､"
"""What stands between the medicines of a pasted list beside a comma, in all scripts."""
_SEPARATOR = re.compile(
    r"\s*(?:[,.](?=\s|$)|,(?!\d)|(?<!\d),|\.(?=[^\W\d_])|\s\d{1,2}[.)](?=\s)|[-–—‐−]|\s(?:ve|and|ile|with|plus|artı)(?=\s)"
    rf"|\t|[{re.escape(_COMMAS)}])\s*",
    re.IGNORECASE,
)
"""What may stand between two medicines; whether it does, their names tell."""


class MedicineEntryError(ValueError):
    """An entry that cannot be read: what is wrong with it, how to write it, and its code.

    Neither sentence repeats what was typed: it says what a patient takes, and may contain a name.
    """

    def __init__(self, message: str, hint: str, code: str = "visit-invalid") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.message} {self.hint}"


@dataclass(frozen=True, slots=True)
class EntryDetails:
    """What is in the brackets of an entry."""

    dose: str | None = None
    indication: str | None = None
    slots: tuple[Slot, ...] = ()
    weekday: Weekday | None = None
    times_a_day: int | None = None
    """How many times a day it is taken, where the times of day are not known."""
    some_days: bool = False
    """Whether it is not taken every day, and no weekday tells when."""
    other_interval: bool = False
    """Whether it is not taken once a week either, so that no weekday could tell."""
    stopped: date | None = None
    """The day of the last dose, of a medicine that the patient does not take any more."""


@dataclass(frozen=True, slots=True)
class MedicineEntry:
    """One medicine as it was typed; nothing of it is looked up yet."""

    text: str
    """Name and whatever follows it, without brackets that hold details."""
    asides: tuple[str, ...] = ()
    """What is in other brackets."""
    details: EntryDetails = field(default_factory=EntryDetails)


def split_entries(text: str) -> tuple[str, ...]:
    """The entries of a list: at each semicolon or line end that is not within brackets."""
    entries, depth = [""], 0
    for letter in text:
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if not depth and letter in _ENDS:
            entries.append("")
        else:
            entries[-1] += letter
    return tuple(entry.strip() for entry in entries if entry.strip())


def without_bullet(text: str) -> str:
    """An entry without the sign or number of a list in front of it."""
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    return rest.strip() or text.strip()


def separators(text: str) -> tuple[tuple[int, int], ...]:
    """Where something is outside brackets that may separate two medicines: start and end."""
    hidden = re.sub(r"\([^()]*\)", lambda group: "x" * len(group[0]), text)
    return tuple(match.span() for match in _SEPARATOR.finditer(hidden))


def parse_entry(text: str) -> MedicineEntry:
    """Read the brackets of one entry, or raise `EntryError`."""
    if text.count("(") != text.count(")") or re.search(r"\([^()]*[(]|\)[^()]*\)", text):
        raise _bad_brackets("Close each bracket that you open.")
    groups = re.findall(r"\(([^()]*)\)", text)
    asides = tuple(group for group in groups if ":" not in group)
    keyed = [group for group in groups if ":" in group]
    outside = re.sub(r"\s*\([^()]*\)", " ", text)
    if len(keyed) > 1 or (keyed and not text.rstrip(f"{AS_WRITTEN} ").endswith(f"({keyed[0]})")):
        raise _bad_brackets("Use one pair of brackets, at the end.")
    if not fold_name(outside) or re.match(r"\s*[\d.,]+\s*(\s|$)", outside):
        raise MedicineEntryError("The name of the medicine is missing.", EXAMPLE)
    return MedicineEntry(
        " ".join(outside.split()), asides, EntryDetails(**_details(keyed[0]) if keyed else {})
    )


def _bad_brackets(how: str) -> MedicineEntryError:
    return MedicineEntryError("The brackets do not match.", f"{how} {EXAMPLE}")


def unknown_brackets_error() -> MedicineEntryError:
    """Brackets that hold neither details nor anything that goes with the name."""
    known = f"Only {', '.join(_KEYS)} are allowed there, each followed by a colon."
    hint = f"{known} If the brackets belong to the name, omit them. {EXAMPLE}"
    return MedicineEntryError("The text in the brackets is not understood.", hint)


def _details(text: str) -> dict[str, Any]:
    """What is in the brackets, as fields of `Details`."""
    details: dict[str, Any] = {}
    seen = set()
    for part in text.split(","):
        key, colon, value = (each.strip() for each in part.partition(":"))
        name = fold_name(key)
        if not colon or name not in _KEYS:
            raise unknown_brackets_error()
        if name in seen:
            raise MedicineEntryError(f"“{name}” is given twice.", "Keep one of the two.")
        seen.add(name)
        details |= _DETAILS[name](name, value)
    return details


def _id(name: str, value: str) -> dict[str, Any]:
    """A value that is an id of the clinic's medicines.yaml, in small letters."""
    small = keyword(value)
    if not re.match(ID, small):
        hint = f"Use a value from medicines.yaml, such as {name}: {_SAMPLES[name]}."
        raise MedicineEntryError(f"The value of “{name}” is unknown.", hint)
    return {name: small}


_SAMPLES = {"dose": "preventive", "indication": "stent"}


def _stopped(name: str, value: str) -> dict[str, Any]:
    """The day of the last dose."""
    try:
        found = _DATE.fullmatch(value)
        numbers = [int(part) for part in found.groups() if part] if found else []
        day = date(*(numbers if "-" in value else numbers[::-1])) if numbers else None
    except ValueError:
        day = None
    if day is None or not _YEARS[0] <= day.year <= _YEARS[1]:
        hint = f"Give the day of the last dose, such as {name}: 2026-12-05."
        raise MedicineEntryError(f"The value of “{name}” is not a valid date.", hint)
    return {"stopped": day}


def _taken(_name: str, value: str) -> dict[str, Any]:
    """Times of day in their order, and a weekday if there is one."""
    words = [_time(word) for word in value.split("+")]
    if unknown := next(_unknown(words), None):
        raise MedicineEntryError(f"The value of “taken” is not understood: {unknown}.", _TAKEN)
    days = [day for day in Weekday if day in words]
    return {
        "slots": tuple(slot for slot in Slot if slot in words),
        "weekday": days[0] if days else None,
    }


def _time(word: str) -> str:
    """A time of day or a weekday by the program's own word, from either language."""
    amount = read_amount(word)
    found = [*amount.slots, *amount.weekdays]
    return found[0] if len(found) == 1 and not (amount.left or amount.written) else fold_name(word)


def _unknown(words: list[str]) -> Iterator[str]:
    """What is wrong with words for times: each in some words."""
    for word in words:
        if word not in {*Slot, *Weekday}:
            yield "one word is not a time of day" if word else "a time of day is missing"
    if len(set(words)) < len(words):
        yield "a time is given twice"
    if len({*words} & {*Weekday}) > 1:
        yield "only one weekday is allowed"


_DETAILS = {"dose": _id, "indication": _id, "taken": _taken, "stopped": _stopped}


def unknown_name(text: str) -> tuple[str, str]:
    """A name that is on no list: all before the first number after a blank, or before the sign."""
    if found := re.match(r"([^!]*[^\d\s!][^!]*)!(.*)", text):
        split = re.match(r"(\D*?\S)\s+([\d.,½¼¾].*)", found[1])
        if split and not found[2].strip() and not read_amount(split[2]).left:
            return split[1] + AS_WRITTEN, split[2]
        return found[1].strip() + AS_WRITTEN, found[2]
    name, *amount = re.split(r"\s+(?=[.,]?\d|[½¼¾⅓])", text, maxsplit=1)
    return name.strip(" .,"), " ".join(amount)
