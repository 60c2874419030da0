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
    ONE,
    ROUTES,
    SALTS,
    SCHEDULES,
    SLOTS,
    UNITS,
    WEEKDAYS,
)
from build_pack.planning.medicine_lookup.schedules import meaning
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
    day: _words(rf"(?:every |on |her )?(?:{names})(?:s|leri|lari)?(?: (?:gun(?:u|leri)))?")
    for day, names in WEEKDAYS.items()
}
_SINGLE = "1|bir|tek|one|yarim|half"
_EVERY = re.compile(r"(?:every|her) .*|.*(?:leri|lari|days)\.?")
"""A weekday that says by itself that it comes again; any other may be one on which it ended."""
_NO_UNIT = rf"(?!\s?(?:{_UNIT})(?![a-z]))"
_ONCE, _COUNT = (re.compile(rf"{_words(each).pattern}{_NO_UNIT}") for each in (_SINGLE, ONE))
"""How many at a time of day: sabah 1 akşam 1."""
_TIMES_STRENGTH = re.compile(rf"(?P<times>[1-4]) ?[x*] ?(?=\d+\s?(?:{_UNIT})(?![a-z%]))")
"""2x500 mg."""
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
    times: frozenset[int] = frozenset()
    """How many times a day: each number that was given."""
    some_days: bool = False
    """Whether words say that it is not taken every day."""
    other_interval: bool = False
    """Whether they say that it is not taken once a week either."""
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
    found = _Reading(text, plain)
    while at < len(plain) and (end := found.gap(at) or found.read(at)):
        at = end
    loose = re.search(r"[:/+&–—-]\s*$", text)
    return found.amount(text[at:].strip() or (loose[0].strip() if loose else ""))


class _Reading:
    """What has been read of a text so far, word by word."""

    def __init__(self, text: str, plain: str) -> None:
        self._text, self._plain = text, plain
        self._strength: re.Match[str] | None = None
        self._slots: set[Slot] = set()
        self._weekdays: set[Weekday] = set()
        self._times: set[int] = set()
        self._some_days = self._other_interval = self._after_time = False
        self._written: list[str] = []

    def gap(self, at: int) -> int:
        """The end of what stands between two words; 0: a word is there."""
        return _end(_BETWEEN, self._plain, at)

    def read(self, at: int) -> int:
        """The end of the known word there, whose meaning is kept; 0: it is not known."""
        if end := self._timed(at):
            self._after_time = True
            return end
        after_time, self._after_time = self._after_time, False
        return (
            self._known(at)
            or self._so_often(at)
            or self._schedule(at)
            or self._count(at, after_time=after_time)
            or self._amount(at)
        )

    def amount(self, left: str) -> MedicineAmount:
        """All of it, and what is left."""
        return MedicineAmount(
            _strength(self._strength) if self._strength else None,
            frozenset(self._slots),
            frozenset(self._weekdays),
            frozenset(self._times),
            some_days=self._some_days,
            other_interval=self._other_interval,
            left=left,
            written=" ".join(self._written),
            typed=self._strength["numbers"] if self._strength else "",
        )

    def _timed(self, at: int) -> int:
        """A time of day, the longest that is there, or a weekday."""
        ends = {slot: _end(pattern, self._plain, at) for slot, pattern in _TIMES.items()}
        slot = max(ends, key=ends.__getitem__)
        if ends[slot]:
            self._slots.add(slot)
            return ends[slot]
        for day, pattern in _DAYS.items():
            if end := _end(pattern, self._plain, at):
                self._weekdays.add(day)
                self._some_days |= bool(_EVERY.fullmatch(self._plain[at:end]))
                return end
        return 0

    def _known(self, at: int) -> int:
        """The longest word for form or route."""
        return max(_end(pattern, self._plain, at) for pattern in (_FORM, _ROUTE))

    def _so_often(self, at: int) -> int:
        """So many times a strength, which follows."""
        match = None if self._strength else _TIMES_STRENGTH.match(self._plain, at)
        if match is None:
            return 0
        self._times.add(int(match["times"]))
        return match.end()

    def _schedule(self, at: int) -> int:
        end = _end(_SCHEDULE, self._plain, at)
        if end:
            self._written.append(self._text[at:end])
            says = meaning(self._plain[at:end].rstrip("."))
            self._slots |= says.slots
            self._times |= {says.times} if says.times else set()
            self._some_days |= says.some_days
            self._other_interval |= says.other_interval
        return end

    def _count(self, at: int, *, after_time: bool) -> int:
        """How many at a time of day, which is before it or after it.

        While no strength is known, a number other than one may be that.
        """
        end = _end(_COUNT if self._strength else _ONCE, self._plain, at)
        is_one = end and (after_time or self._is_time(_end(_BETWEEN, self._plain, end) or end))
        if is_one:
            self._written.append(self._text[at:end])
        return end if is_one else 0

    def _is_time(self, at: int) -> bool:
        return any(pattern.match(self._plain, at) for pattern in _TIMES.values())

    def _amount(self, at: int) -> int:
        match = None if self._strength else _STRENGTH.match(self._plain, at)
        if match is None:
            return 0
        self._strength = match
        self._written.append(self._text[at : match.end()])
        return match.end()


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
