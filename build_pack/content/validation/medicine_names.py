"""Names, brands and ATC codes, by which medicines are told apart."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from build_pack.content.models.formulary import AnyMedicine, Formulary
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem
from build_pack.text.folding import fold_case

Source = Loaded[Formulary] | Loaded[ClinicMedicines]
"""A file that lists medicines."""


class SharedNameWord(NamedTuple):
    """A name, a brand or a code, and where it stands."""

    medicine: str
    """The id of the medicine that it is for."""
    text: str
    place: Place
    country: str | None = None
    """Where a brand is sold; None: a name or a code, which is the same everywhere."""


def shared_name_problems(source: Source, others: Source | None = None) -> Iterator[Problem]:
    """Words of a file that another medicine bears already, there or in another file."""
    brands = [*_names(others), *_brands(others)] if others else []
    for word, owner in _shared([*_names(source), *_brands(source)], brands):
        message = f"“{word.text}” is already used for “{owner}”."
        hint = "If a patient gives this name, either could be meant: remove it from one of the two."
        yield Problem("brand-shared", word.place, message, hint)
    for word, owner in _shared(_codes(source), _codes(others) if others else ()):
        message = f"The ATC code {word.text} is already used for “{owner}”."
        hint = "Look up both in the official index, and correct the wrong one."
        yield Problem("atc-shared", word.place, message, hint)


def _shared(
    words: Iterable[SharedNameWord], earlier: Iterable[SharedNameWord]
) -> Iterator[tuple[SharedNameWord, str]]:
    """Each word that another medicine bears in the same country, and that medicine's id."""
    seen: dict[str, list[SharedNameWord]] = {}
    for word in earlier:
        seen.setdefault(fold_case(word.text), []).append(word)
    for word in words:
        same = seen.setdefault(fold_case(word.text), [])
        owners = [one.medicine for one in same if _meet(word, one)]
        if owners:
            yield word, owners[0]
        same.append(word)


def _meet(word: SharedNameWord, other: SharedNameWord) -> bool:
    anywhere = word.country is None or other.country is None
    return word.medicine != other.medicine and (anywhere or word.country == other.country)


def _names(source: Source) -> Iterator[SharedNameWord]:
    medicines: tuple[AnyMedicine, ...] = source.model.medicines
    for index, medicine in enumerate(medicines):
        loc: Loc = ("medicines", index, "name")
        if isinstance(medicine.name, str):
            yield SharedNameWord(medicine.id, medicine.name, source.place(*loc))
        else:
            for locale, name in medicine.name.root.items():
                yield SharedNameWord(medicine.id, name, source.place(*loc, locale))


def _brands(source: Source) -> Iterator[SharedNameWord]:
    for index, medicine in enumerate(source.model.medicines):
        yield from _sold(source, medicine.id, medicine.brands, ("medicines", index, "brands"))
    if isinstance(source.model, ClinicMedicines):
        for name, brands in source.model.brands.items():
            yield from _sold(source, name, brands, ("brands", name))


def _sold(
    source: Source, medicine: str, brands: Mapping[str, tuple[str, ...]], loc: Loc
) -> Iterator[SharedNameWord]:
    for country, names in brands.items():
        for index, name in enumerate(names):
            yield SharedNameWord(medicine, name, source.place(*loc, country, index), country)


def _codes(source: Source) -> Iterator[SharedNameWord]:
    for index, medicine in enumerate(source.model.medicines):
        for number, code in enumerate(medicine.atc):
            yield SharedNameWord(medicine.id, code, source.place("medicines", index, "atc", number))
