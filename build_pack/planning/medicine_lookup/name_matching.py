"""Finding a medicine by what was typed: a name in any language, a brand, an id or an ATC code."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from unicodedata import name as letter_name

from build_pack.content.models.formulary import (
    BLOOD_THINNERS,
    AnyMedicine,
    FormularyMedicine,
    OwnMedicine,
)
from build_pack.text.folding import fold_name
from build_pack.text.patterns import ATC

AS_WRITTEN = "!"
"""Put after a name that is meant as it is written: nothing like it is offered."""

_ASIDE = re.compile(r"\(([^()]*)\)")
_SHORT_FORMS = {"asa": "acetylsalicylicacid", "ass": "acetylsalicylicacid"}
"""Short forms that also stand for something else, as in 5-ASA: they are asked about."""
_LONG_ENOUGH = 5
"""Letters that a name needs to be looked for inside a longer one."""


class SimilarName(NamedTuple):
    """A medicine that may be meant, and the name of it that was nearly typed."""

    medicine: AnyMedicine | None
    """None: one that the formulary says nothing of."""
    name: str


@dataclass(frozen=True, slots=True)
class MatchedMedicine:
    """Exactly one medicine, or a question with the close ones, or, with neither, nothing."""

    medicine: AnyMedicine | None = None
    close: tuple[SimilarName, ...] = ()


class MedicineNames:
    """Every name of every medicine."""

    def __init__(
        self,
        medicines: Iterable[AnyMedicine],
        names: Mapping[str, tuple[str, ...]],
        others: Iterable[str] = (),
        thinners: Iterable[str] = (),
    ) -> None:
        """Take `names` in every language by id, and names of which nothing else is known.

        Of `thinners` it is known that they thin the blood.
        """
        self._medicines = tuple(medicines)
        self._owners: dict[str, dict[str, SimilarName]] = {}
        for medicine in self._medicines:
            known = [*_own_names(medicine), *names.get(medicine.id, ())]
            known += [name for each in medicine.brands.values() for name in each]
            for name in known:
                for form in _forms(name):
                    owners = self._owners.setdefault(fold_name(form), {})
                    owners.setdefault(medicine.id, SimilarName(medicine, name))
        self._thinners = {fold_name(name) for name in thinners}
        self._others = {fold_name(name): SimilarName(None, name) for name in (*others, *thinners)}

    def find(self, text: str) -> MatchedMedicine:
        """What `text` names: exactly, in folded letters; or nearly, which is only asked."""
        typed = fold_name(text)
        if owners := self._owners.get(typed):
            return _one_or_question(owners.values())
        if typed in self._others:
            return MatchedMedicine()
        if re.match(ATC, typed.upper()):
            found = self._by_code(typed.upper())
        else:
            found = _question([*self._near(typed), *self._within(typed)])
        as_written = text.rstrip().endswith(AS_WRITTEN)
        return MatchedMedicine() if as_written and found.medicine is None else found

    def is_name(self, text: str) -> bool:
        """Whether `text` is a name or code as it is listed, of whatever medicine."""
        typed = fold_name(text)
        if typed in self._owners or typed in self._others:
            return True
        return bool(re.match(ATC, typed.upper()) and self._by_code(typed.upper()).medicine)

    def may_thin(self, text: str) -> bool:
        """Whether a name that is on no list may be that of a medicine that thins the blood.

        It does if it has the stem of one (by WHO's list of stems), says so, or is nearly its name.
        """
        typed = fold_name(text)
        if _STEMS.search(typed) or typed in self._thinners or not _is_latin(typed):
            return True
        if typed in self._others:
            return False
        return any(_thins(close) for close in (*self._near(typed), *self._within(typed)))

    def _by_code(self, code: str) -> MatchedMedicine:
        """By a code that is listed, else by the nearest group above it; a group is a question."""
        listed = [(own, SimilarName(each, own)) for each in self._medicines for own in each.atc]
        if below := [(own, close) for own, close in listed if own.startswith(code)]:
            answer = _one_or_question if {own for own, _ in below} == {code} else _question
            return answer(close for _, close in below)
        nearest = max((own for own, _ in listed if code.startswith(own)), key=len, default="")
        return _one_or_question(close for own, close in listed if own == nearest)

    def _near(self, typed: str) -> Iterator[SimilarName]:
        """The nearest name of each medicine within its limit, the nearest medicines first.

        Letters count, and so do sounds: “kleksan” is nearer to Clexane than its letters are. A name
        with two slips has to begin with the same sound, or “Lasix” would be offered Plavix.
        """
        from rapidfuzz.distance import OSA

        nearest: dict[str, tuple[int, int, SimilarName]] = {}
        heard = phonetic_key(typed)
        for name, owners in self._named():
            limit, said = allowed_typos(name), phonetic_key(name)
            letters = OSA.distance(typed, name, score_cutoff=limit)
            sounds = OSA.distance(heard, said, score_cutoff=allowed_typos(said))
            if letters > limit and sounds > allowed_typos(said):
                continue
            if min(letters, sounds) > 1 and heard[:1] != said[:1]:
                continue
            for key, close in owners.items():
                how_far = (min(letters, sounds), letters + sounds, close)
                if key not in nearest or how_far[:2] < nearest[key][:2]:
                    nearest[key] = how_far
        return (close for *_, close in sorted(nearest.values(), key=lambda each: each[:2]))

    def _named(self) -> Iterator[tuple[str, dict[str, SimilarName]]]:
        """Each folded name with what it names, those of other medicines too."""
        yield from self._owners.items()
        yield from ((name, {f"!{name}": close}) for name, close in self._others.items())

    def _within(self, typed: str) -> Iterator[SimilarName]:
        """Names of medicines that are inside a longer one, such as “bebe aspirini”.

        Of medicines that thin the blood also with a slip in it: DuoPlavin is Plavix and another.
        """
        if short := self._owners.get(_SHORT_FORMS.get(typed, "")):
            yield from short.values()
        for name, owners in sorted(self._owners.items(), key=lambda each: -len(each[0])):
            if not _LONG_ENOUGH <= len(name) < len(typed):
                continue
            thins = len(name) > _LONG_ENOUGH and any(map(_thins, owners.values()))
            if name in typed or (thins and _nearly_within(name, typed)):
                yield from owners.values()


def _is_latin(folded: str) -> bool:
    """Whether all letters are Latin: a name in others cannot be compared, and may be any."""
    return all(letter.isascii() or letter_name(letter, "").startswith("LATIN") for letter in folded)


def _nearly_within(name: str, typed: str) -> bool:
    """Whether a name is in a longer one with at most one other letter, and not its first."""
    from rapidfuzz.distance import Hamming

    size = len(name)
    parts = (typed[at : at + size] for at in range(len(typed) - size + 1) if typed[at] == name[0])
    return any(Hamming.distance(name, part) <= 1 for part in parts)


def _thins(close: SimilarName) -> bool:
    return close.medicine is not None and close.medicine.group in BLOOD_THINNERS


_STEMS = re.compile(
    r"parin|k?saban|xaban|grel|gatran|coum|[ck]umad|kuma[rn]|arfarin|irudin|fiban|aspirin|"
    r"asetilsalisil|acetylsalicyl|sulode(?:x|ks)|danaparoid|[cs]ilosta[zs]ol|dip[iy]ridamol|"
    r"triflu[sz]al|dabiga|fenindi|phenindi|sulandir|thinner|anti[ck]oag|antiplatelet|antiagregan|antit(?:h)?rombo|pihti"
)


def brand_of(medicine: AnyMedicine, typed: str) -> str:
    """The brand that was typed, as it is written; empty where another name was."""
    brands = (brand for brands in medicine.brands.values() for brand in brands)
    return next((brand for brand in brands if fold_name(brand) == fold_name(typed)), "")


def allowed_typos(name: str) -> int:
    """How many letters of a folded name may be wrong, missing, too many or swapped."""
    return 0 if len(name) <= 3 else 1 if len(name) <= 5 else 2  # noqa: PLR2004


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("qu", "kv"), ("q", "k"),
    ("ck", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("z", "s"), ("ou", "u"), ("oo", "u"),
    ("ea", "i"), ("ee", "i"),
)  # fmt: skip
"""Spellings that sound alike to those who write by ear, in Turkish and in English."""


@lru_cache(maxsize=16384)
def phonetic_key(name: str) -> str:
    """How a folded name sounds: the same for names that are spelt differently by ear."""
    heard = name
    for spelt, said in _SOUNDS:
        heard = heard.replace(spelt, said)
    heard = re.sub(r"c(?=[ei])", "s", heard).replace("c", "k")
    heard = re.sub(r"(.)\1+", r"\1", heard)
    return re.sub(r"(?<=[^aeiou])e$", "", heard)


def _own_names(medicine: AnyMedicine) -> Iterator[str]:
    """The names that are in the medicine itself, its id last."""
    if isinstance(medicine, OwnMedicine):
        yield from medicine.name.root.values()
    else:
        yield medicine.name
    yield medicine.id


def _forms(name: str) -> Iterator[str]:
    """A name; where a part is in brackets, such as (fish oil), also without it and alone."""
    yield name
    for aside in _ASIDE.finditer(name):
        yield from (form for form in (_ASIDE.sub(" ", name), aside[1]) if fold_name(form))


def _one_or_question(found: Iterable[SimilarName]) -> MatchedMedicine:
    """The medicine if there is one; a question if there are several; else nothing."""
    question = _question(found)
    [only] = question.close if len(question.close) == 1 else (None,)
    return MatchedMedicine(only.medicine) if only and only.medicine else question


def _question(found: Iterable[SimilarName]) -> MatchedMedicine:
    """A question with each medicine once, as the nearest of its names has it."""
    once: dict[str, SimilarName] = {}
    for each in found:
        once.setdefault(each.medicine.id if each.medicine else fold_name(each.name), each)
    return MatchedMedicine(close=tuple(once.values()))


def listed_name(medicine: AnyMedicine) -> str:
    """What a medicine is called on its list."""
    return medicine.name if isinstance(medicine, FormularyMedicine) else medicine.id
