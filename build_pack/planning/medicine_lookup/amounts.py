"""What may follow a medicine's name: one strength, and words for salt, form, route and schedule.

These are read in Turkish and in English, whatever the case and with or without accents. Anything
else is left over, and left to whoever typed it.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from unicodedata import category

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.amount_vocabulary import (
    CATIONS,
    FORMS,
    ROUTES,
    SALTS,
    SCHEDULES,
    SLOTS,
    UNITS,
    WEEKDAYS,
)
from build_pack.text.folding import fold_accents

_LETTERS = str.maketrans({"®": " ", "™": " ", "×": "x", "’": "'"})
_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = "|".join(words for key, words in UNITS.items() if key not in {"hour", "day", "dose"})
_OF = "|".join(UNITS[key] for key in ("ml", "hour", "day", "dose"))
_STRENGTH = re.compile(
    rf"(?P<numbers>{_NUMBER}(?:\s?[/-]\s?{_NUMBER})*)(?:\s?(?P<unit>{_UNIT})(?![a-z%]))?"
    rf"(?:\s?/\s?(?P<per>{_NUMBER}\s?)?(?P<of>{_OF})(?![a-z]))?(?![a-z\d]|[.,/-]\d)"
)


def _words(alternatives: str) -> re.Pattern[str]:
    """Any of some words, whole."""
    return re.compile(rf"(?:{alternatives})(?![a-z\d]|[.,/-]\d)(?:\.(?!\d))?")


_TIMES = {slot: _words(words) for slot, words in SLOTS.items()}
_DAYS = {
    day: _words(rf"(?:every |on |her )?(?:{names})(?: gun(?:u|leri))?")
    for day, names in WEEKDAYS.items()
}
_FORM, _ROUTE, _SCHEDULE = map(_words, (FORMS, ROUTES, SCHEDULES))
_SALT = re.compile(rf"(?:(?:{SALTS})(?![a-z\d])\s*)+")
_BETWEEN = re.compile(r"(?:[\s;:/+&–—-]|[.,](?!\d)|(?:and|ve)(?=\s))+")


@dataclass(frozen=True, slots=True)
class Strength:
    """What is on the box: 5 mg; 50/1000 mg; 100 units in 1 ml."""

    numbers: tuple[Decimal, ...]
    joint: str = "/"
    """What stands between several numbers: `/` in a combination, `-` in a span."""
    unit: str = ""
    """`mg`, `microgram`, `g`, `ml`, `unit`, `million-units` or `percent`; empty: none was given."""
    of: str = ""
    """What it is in or for: `ml`, `hour`, `day`, `dose` …; empty: nothing."""
    per: Decimal = Decimal(1)
    """How much of that."""


@dataclass(frozen=True, slots=True)
class MedicineAmount:
    """What was read after a name, and what could not be."""

    strength: Strength | None = None
    slots: frozenset[Slot] = frozenset()
    weekdays: frozenset[Weekday] = frozenset()
    left: str = ""
    """What is none of the known words, from its first letter on; empty: all is known."""
    written: str = field(default="", repr=False)
    """Strength and schedule as they were typed."""
    typed: str = field(default="", repr=False)
    """The numbers of the strength as they were typed."""


def salts_of(name: str) -> re.Pattern[str]:
    """The words for salts that may follow a name: a cation that is also a supplement is not."""
    own = [words for words, names in CATIONS.items() if plain_letters(name).strip() in names]
    alternatives = "|".join([SALTS, *own])
    return re.compile(rf"(?:(?:{alternatives})(?![a-z\d])\s*)+") if own else _SALT


def plain_letters(text: str) -> str:
    """A text in small letters without accents and Turkish dots, as long as the original."""
    return "".join(map(_plain, text))


def _plain(letter: str) -> str:
    if category(letter) == "No":  # ², ⑤ and ½ are no digits of a number
        return letter
    small = letter.translate(_LETTERS)
    bare = fold_accents(small)
    return bare if len(bare) == 1 else small.lower()[:1]


def read_amount(text: str, salts: re.Pattern[str] | None = None) -> MedicineAmount:
    """Read what follows a name; `salts` are the words for salts that may be at its beginning."""
    plain = plain_letters(text)
    at = _end(salts, plain, len(plain) - len(plain.lstrip())) if salts else 0
    strength, written, typed = None, "", ""
    slots: set[Slot] = set()
    weekdays: set[Weekday] = set()
    while at < len(plain):
        start = at
        if gap := _BETWEEN.match(plain, at):
            at = gap.end()
        elif end := _timed(plain, at, slots, weekdays) or _known(plain, at):
            at = end
        elif end := _end(_SCHEDULE, plain, at):
            written, at = f"{written} {text[start:end]}", end
        elif strength is None and (match := _STRENGTH.match(plain, at)):
            strength, typed, at = _strength(match), match["numbers"], match.end()
            written = f"{written} {text[start:at]}"
        else:
            break
    loose = re.search(r"[:/+&–—-]\s*$", text)
    left = text[at:].strip() or (loose[0].strip() if loose else "")
    return MedicineAmount(
        strength, frozenset(slots), frozenset(weekdays), left, written.strip(), typed
    )


def _timed(plain: str, at: int, slots: set[Slot], weekdays: set[Weekday]) -> int | None:
    """The end of a time of day or a weekday, which is added to those that were found."""
    for patterns, found in ((_TIMES, slots), (_DAYS, weekdays)):
        for key, pattern in patterns.items():
            if match := pattern.match(plain, at):
                found.add(key)  # type: ignore[arg-type]
                return match.end()
    return None


def _known(plain: str, at: int) -> int:
    """The end of the longest word for form or route; 0: none is there."""
    return max(_end(pattern, plain, at) for pattern in (_FORM, _ROUTE))


def _end(pattern: re.Pattern[str], plain: str, at: int) -> int:
    match = pattern.match(plain, at)
    return match.end() if match else 0


def _strength(match: re.Match[str]) -> Strength:
    numbers = re.split(r"\s?[/-]\s?", match["numbers"])
    return Strength(
        tuple(Decimal(number.replace(",", ".")) for number in numbers),
        "-" if "-" in match["numbers"] else "/",
        _unit(match["unit"]),
        _unit(match["of"]),
        Decimal((match["per"] or "1").strip().replace(",", ".")),
    )


def _unit(word: str | None) -> str:
    """The unit that a word means."""
    return next((key for key, words in UNITS.items() if re.fullmatch(words, word or " ")), "")
