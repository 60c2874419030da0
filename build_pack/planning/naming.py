"""Finding a medicine by what was typed: a name in any language, a brand, an id or an ATC code."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from build_pack.content.medicines import AnyMedicine, OwnMedicine
from build_pack.content.patterns import ATC

AS_WRITTEN = "!"
"""Put after a name that is meant as it is written: nothing like it is offered."""

_FOLDED = str.maketrans({"ı": "i", "™": None, "℠": None})
_ASIDE = re.compile(r"\(([^()]*)\)")


def fold(text: str) -> str:
    """What is left of a name without case, dots, accents, hyphens, blanks and trade marks."""
    letters = normalize("NFKD", normalize("NFKD", text.translate(_FOLDED)).casefold())
    return "".join(letter for letter in letters.translate(_FOLDED) if letter.isalnum())


class Close(NamedTuple):
    """A medicine that may be meant, and the name of it that was nearly typed."""

    medicine: AnyMedicine
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one medicine, or a question with the close ones, or, with neither, nothing."""

    medicine: AnyMedicine | None = None
    close: tuple[Close, ...] = ()


class Names:
    """Every name of every medicine."""

    def __init__(
        self,
        medicines: Iterable[AnyMedicine],
        names: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Take `names` in every language by id."""
        self._medicines = tuple(medicines)
        self._owners: dict[str, dict[str, Close]] = {}
        for medicine in self._medicines:
            known = [*_own_names(medicine), *names.get(medicine.id, ())]
            known += [name for each in medicine.brands.values() for name in each]
            for name in known:
                for form in _forms(name):
                    owners = self._owners.setdefault(fold(form), {})
                    owners.setdefault(medicine.id, Close(medicine, name))

    def find(self, text: str) -> Found:
        """What `text` names: exactly, in folded letters; or nearly, which is only asked."""
        as_written = text.rstrip().endswith(AS_WRITTEN)
        typed = fold(text)
        if owners := self._owners.get(typed) if typed else None:
            return _one_or_question(owners.values())
        if re.match(ATC, typed.upper()):
            found = self._by_code(typed.upper())
        else:
            found = Found(close=tuple(self._near(typed)))
        return Found() if as_written and found.medicine is None else found

    def _by_code(self, code: str) -> Found:
        """By a code that is listed, else by the nearest group above it; a group is a question."""
        listed = [(own, Close(each, own)) for each in self._medicines for own in each.atc]
        if below := [(own, close) for own, close in listed if own.startswith(code)]:
            answer = _one_or_question if {own for own, _ in below} == {code} else _question
            return answer(close for _, close in below)
        nearest = max((own for own, _ in listed if code.startswith(own)), key=len, default="")
        return _one_or_question(close for own, close in listed if own == nearest)

    def _near(self, typed: str) -> Iterator[Close]:
        """The nearest name of each medicine within its limit, the nearest medicines first."""
        from rapidfuzz.distance import OSA

        nearest: dict[str, tuple[int, Close]] = {}
        for name, owners in self._owners.items():
            limit = slips(name)
            distance = OSA.distance(typed, name, score_cutoff=limit)
            if distance > limit:
                continue
            for key, close in owners.items():
                if key not in nearest or distance < nearest[key][0]:
                    nearest[key] = (distance, close)
        return (close for _, close in sorted(nearest.values(), key=lambda each: each[0]))


def brand_of(medicine: AnyMedicine, typed: str) -> str:
    """The brand that was typed, as it is written; empty where another name was."""
    brands = (brand for brands in medicine.brands.values() for brand in brands)
    return next((brand for brand in brands if fold(brand) == fold(typed)), "")


def slips(name: str) -> int:
    """How many letters of a folded name may be wrong, missing, too many or swapped."""
    return 0 if len(name) <= 3 else 1 if len(name) <= 5 else 2  # noqa: PLR2004


def _own_names(medicine: AnyMedicine) -> Iterator[str]:
    """The names that stand in the medicine itself, its id last."""
    if isinstance(medicine, OwnMedicine):
        yield from medicine.name.root.values()
    else:
        yield medicine.name
    yield medicine.id


def _forms(name: str) -> Iterator[str]:
    """A name; where a part stands in brackets, such as (fish oil), also without it and alone."""
    yield name
    for aside in _ASIDE.finditer(name):
        yield from (form for form in (_ASIDE.sub(" ", name), aside[1]) if fold(form))


def _one_or_question(found: Iterable[Close]) -> Found:
    """The medicine if there is one; a question if there are several; else nothing."""
    question = _question(found)
    return Found(question.close[0].medicine) if len(question.close) == 1 else question


def _question(found: Iterable[Close]) -> Found:
    """A question with each medicine once."""
    return Found(close=tuple({each.medicine.id: each for each in found}.values()))
