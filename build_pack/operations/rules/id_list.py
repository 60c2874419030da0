"""The ids that cells can have, and what each means in the languages of a clinic."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_pack.content.models.base import LocalizedText
from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.translation.segments import class_id, medicine_id
from build_pack.workspace.catalogs import MEDICINES, locale_catalog
from build_pack.workspace.clinic_files import clinic_file, formulary_file, rules_file
from build_pack.workspace.workspace import Workspace


class ListedId(NamedTuple):
    """An id for a column."""

    column: str
    id: str
    meanings: tuple[str, ...]
    """In each language."""


def listed_ids(workspace: Workspace) -> tuple[tuple[str, ...], tuple[ListedId, ...]]:
    """The languages, and each id by its column, or `ProblemsError`."""
    locales = clinic_file(workspace).model.locales
    rules = rules_file(workspace).model
    found = (*_formulary(workspace, rules, locales), *_own(rules, locales))
    return tuple(locales), found


def _formulary(
    workspace: Workspace, rules: ClinicMedicines, locales: Sequence[str]
) -> Iterator[ListedId]:
    formulary = formulary_file(workspace).model
    names = [_names(workspace, locale) for locale in locales]
    every: tuple[AnyMedicine, ...] = (*formulary.medicines, *rules.medicines)
    for one in sorted(every, key=lambda medicine: medicine.id):
        if isinstance(one.name, str):
            said = tuple(found.get(medicine_id(one.id), one.name) for found in names)
        else:
            said = _in_each(one.name.root, locales)
        yield ListedId("medicine", one.id, said)
    for name, each in formulary.classes.items():
        said = tuple(found.get(class_id(name), each.name) for found in names)
        yield ListedId("class", name, said)


def _names(workspace: Workspace, locale: str) -> dict[str, str]:
    found = locale_catalog(workspace, locale, MEDICINES).catalog
    translations = found.translations if found else {}
    return {name: str(one.words) for name, one in translations.items()}


def _own(rules: ClinicMedicines, locales: Sequence[str]) -> Iterator[ListedId]:
    """What the clinic itself has named."""
    named: dict[str, Mapping[str, LocalizedText]] = {
        "when.kidney": {name: band.name for name, band in rules.kidney_bands.items()},
        "when.indications": {name: one.name for name, one in rules.indications.items()},
        "when.doses": rules.doses,
        "text": rules.texts,
    }
    for column, ids in named.items():
        for name, words in ids.items():
            yield ListedId(column, name, _in_each(words.root, locales))
    for name, fact in rules.facts.items():
        if fact.values:
            yield ListedId(f"when.facts.{name}", "", _in_each(fact.question.root, locales))
        for answer, said in (fact.choices or {}).items():
            yield ListedId(f"when.facts.{name}", answer, _in_each(said.root, locales))
        for answer, band in (fact.bands or {}).items():
            yield ListedId(f"when.facts.{name}", answer, _in_each(band.name.root, locales))


def _in_each(words: Mapping[str, str], locales: Sequence[str]) -> tuple[str, ...]:
    return tuple(words.get(locale, "") for locale in locales)
