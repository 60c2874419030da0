"""A list of medicines as it was typed or pasted, read entry by entry.

What is after a name is known to the last word, or the entry is asked about: two medicines in
one entry are never printed as one, and “stopped” is never taken for “takes it”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import AnyMedicine
from build_pack.planning.medicine_lookup.amounts import (
    MedicineAmount,
    Strength,
    read_amount,
    salts_of,
)
from build_pack.planning.medicine_lookup.entry_errors import (
    UNSURE,
    ambiguous_name_error,
    refuse_long,
    refuse_no_name,
    refuse_not_taken,
    refuse_uneven,
    refuse_unsafe,
    says_stopped,
    several_medicines_error,
    uneven_interval_error,
    uneven_times_error,
    unknown_words_error,
)
from build_pack.planning.medicine_lookup.entry_parser import (
    EntryDetails,
    MedicineEntry,
    MedicineEntryError,
    parse_entry,
    separators,
    unknown_brackets_error,
    unknown_name,
    without_bullet,
)
from build_pack.planning.medicine_lookup.name_matching import (
    AS_WRITTEN,
    MedicineNames,
    SimilarName,
    brand_of,
    listed_name,
)
from build_pack.text.folding import fold_name

_WORD = re.compile(r"[^\W\d_]+[®™]?|\d+")
_MOST_WORDS = 12
"""Words and numbers of the longest names."""
_MOST_PARTS = 60
"""Medicines in one entry; a longer text is no list of medicines."""
_UNFINISHED = frozenset("-–—‐−+/&:")
"""Signs with which no list ends: “Coumadin -” may say that it is not taken."""
_HYPHENS = frozenset("-‐−")


@dataclass(frozen=True, slots=True)
class ListedMedicine:
    """One medicine of a list."""

    given: str
    """Its name as it was given."""
    medicine: AnyMedicine | None
    """None: it is on no list."""
    brand: str = ""
    strength: Strength | None = None
    details: EntryDetails = field(default_factory=EntryDetails)
    as_written: bool = False
    """Whether the name was marked as meant the way it is written."""
    may_thin: bool = False
    """Whether it is on no list, and may be one that thins the blood."""


class MedicineListReader:
    """Reads entries, with the names that are known."""

    def __init__(self, names: MedicineNames) -> None:
        self._names = names

    def read(self, text: str) -> tuple[ListedMedicine, ...]:
        """The medicines of one entry, or `EntryError`; several where each of them is certain."""
        refuse_long(text)
        entry = without_bullet(text)
        certain = self._certain_parts(entry)
        return certain or (self._uncertain(entry),)

    def _certain_parts(self, text: str) -> tuple[ListedMedicine, ...]:
        """The medicines of a text of which every part is certain, in as few parts as can be."""
        gaps = separators(text)
        if len(gaps) >= _MOST_PARTS or text.rstrip()[-1:] in _UNFINISHED:
            return ()
        starts = (0, *(end for _, end in gaps))
        ends = (*(start for start, _ in gaps), len(text))

        @cache
        def tiled(first: int) -> tuple[ListedMedicine, ...] | None:
            if first == len(starts):
                return ()
            for last in reversed(range(first, len(ends))):
                part = text[starts[first] : ends[last]]
                if not part.strip() and first == last:
                    return tiled(first + 1)
                listed = self._certain(part)
                rest = tiled(last + 1) if listed else None
                if listed and rest is not None:
                    return (listed, *rest)
            return None

        return tiled(0) or ()

    def _certain(self, text: str) -> ListedMedicine | None:
        """One medicine that is certain to the last word; none where anything is not."""
        try:
            entry = parse_entry(without_bullet(text))
            name, after = self._leading_name(entry.text)
            return self._listed(entry, name, after) if name else None
        except MedicineEntryError:
            return None

    def _leading_name(self, text: str) -> tuple[str, str]:
        """The longest known name that a text begins with, and what follows it; or nothing."""
        if not text[:1].isalnum():  # ❌ and [-] say more than a bullet does
            return "", text
        ends = [match.end() for match in _WORD.finditer(text)][:_MOST_WORDS]
        longest = next((end for end in reversed(ends) if self._names.is_name(text[:end])), 0)
        return text[:longest], text[longest:]

    def _listed(self, entry: MedicineEntry, name: str, after: str) -> ListedMedicine:
        """A name and what is known of it, or `EntryError` where something is left over."""
        as_written = AS_WRITTEN in after or name.endswith(AS_WRITTEN)
        name, after = name.rstrip(f"{AS_WRITTEN} "), after.replace(AS_WRITTEN, " ")
        medicine = self._names.find(name).medicine
        brand = brand_of(medicine, name) if medicine else ""
        if after[:1] in {"-", "–", "—"}:
            raise unknown_words_error(after.strip())
        after = " ".join([after, *self._asides(entry, medicine)])
        amount = read_amount(after, None if brand else salts_of(name))
        refuse_unsafe(amount)
        if amount.left:
            raise unknown_words_error(amount.left)
        if medicine:
            refuse_uneven(medicine, amount)
        return ListedMedicine(
            name,
            medicine,
            brand,
            amount.strength,
            _with_times(entry.details, amount),
            as_written,
            may_thin=medicine is None and self._names.may_thin(name),
        )

    def _asides(self, entry: MedicineEntry, medicine: AnyMedicine | None) -> Iterator[str]:
        """What is in brackets and is not another name of the same medicine."""
        for aside in entry.asides:
            if medicine and self._names.find(aside).medicine == medicine:
                continue
            if says_stopped(aside):
                raise unknown_words_error(aside)
            if read_amount(aside).left or not fold_name(aside):
                raise unknown_brackets_error()
            yield aside

    def _uncertain(self, text: str) -> ListedMedicine:
        """A medicine that is on no list, or `EntryError` that says what is not certain."""
        entry = parse_entry(text)
        if not entry.text[:1].isalnum():
            raise unknown_words_error(entry.text[:1])
        known, after = self._leading_name(entry.text)
        if not known and AS_WRITTEN not in entry.text:
            refuse_no_name(entry.text)
        is_other = AS_WRITTEN in entry.text and self._names.find(known).medicine is None
        if known and not is_other:
            try:
                return self._listed(entry, known, after)
            except MedicineEntryError as error:
                if error.code == UNSURE:
                    self._refuse_several(text, entry.text)
                raise
        name, after = unknown_name(entry.text)
        refuse_not_taken(name)
        if AS_WRITTEN not in entry.text:
            self._refuse_several(text, name)
            self._ask(name)
        self._refuse_glued(name)
        return self._listed(entry, name, after)

    def _refuse_several(self, text: str, name: str) -> None:
        """Something that separates medicines, where not every part is certain."""
        gaps = tuple(gap for gap in separators(name) if name[slice(*gap)] not in _HYPHENS)
        if not gaps or says_stopped(text):
            return
        pieces = [piece.strip() for piece in _pieces(name, gaps)]
        pieces = [piece for piece in pieces if piece]
        unclear = [at for at, piece in enumerate(pieces, start=1) if not self._certain(piece)]
        if len(pieces) < 2 or not unclear:  # noqa: PLR2004
            return
        raise several_medicines_error(unclear[0])

    def _refuse_glued(self, name: str) -> None:
        """A name that is meant as it is written, and holds another medicine."""
        for part, piece in enumerate(_pieces(name, separators(name)), start=1):
            if len(piece.strip()) < len(name.strip()) and self._leading_name(piece.strip())[0]:
                raise several_medicines_error(part)

    def _ask(self, name: str) -> None:
        """Offer the names that may be meant."""
        if self._names.is_name(name):
            return
        words = [word for word in name.split() if read_amount(word).left]
        close = self._names.find(name).close or self._names.find(" ".join(words)).close
        close = close or self._words_within(words)
        if close:
            raise ambiguous_name_error([each.name for each in close])

    def _words_within(self, words: list[str]) -> tuple[SimilarName, ...]:
        """Names that are among other words, or are nearly one of them."""
        found = [self._names.find(word) for word in words if len(fold_name(word)) > 2]  # noqa: PLR2004
        names = [close for one in found for close in one.close]
        names += [
            SimilarName(one.medicine, listed_name(one.medicine)) for one in found if one.medicine
        ]
        return tuple({each.name: each for each in names}.values())


def _pieces(text: str, gaps: tuple[tuple[int, int], ...]) -> Iterator[str]:
    start = 0
    for gap_start, gap_end in gaps:
        yield text[start:gap_start]
        start = gap_end
    yield text[start:]


def _with_times(details: EntryDetails, amount: MedicineAmount) -> EntryDetails:
    """The details of an entry, with times of day and a weekday that are next to the strength."""
    slots = tuple(slot for slot in Slot if slot in amount.slots)
    if len(amount.weekdays) > 1:
        hint = "Give no weekday, and tell the team which days they are."
        raise MedicineEntryError("Several weekdays are given.", hint, UNSURE)
    weekday = next(iter(amount.weekdays), None)
    for typed, bracketed in ((slots, details.slots), (weekday, details.weekday)):
        if typed and bracketed and typed != bracketed:
            message = "The times in the brackets differ from those before them."
            raise MedicineEntryError(message, "Keep one of the two.", UNSURE)
    slots, weekday = details.slots or slots, details.weekday or weekday
    if amount.other_interval and weekday:
        raise uneven_interval_error()
    times = next(iter(amount.times), None)
    if amount.times - ({len(slots)} if slots else {times}):
        raise uneven_times_error()
    return replace(
        details,
        slots=slots,
        weekday=weekday,
        times_a_day=None if slots else times,
        some_days=amount.some_days and weekday is None,
        other_interval=amount.other_interval,
    )
