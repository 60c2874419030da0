"""Medicines: what they are and what they are called; nothing of what to do with them."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, StringConstraints

from build_pack.content.models.base import Id, LocalizedName, Model, Name
from build_pack.text.patterns import ATC, COUNTRY, IN_WORDS

Country = Annotated[str, StringConstraints(pattern=COUNTRY), Field(description=IN_WORDS[COUNTRY])]
AtcCode = Annotated[str, StringConstraints(pattern=ATC), Field(description=IN_WORDS[ATC])]
Brands = Annotated[
    dict[Country, tuple[Name, ...]],
    Field(default_factory=dict, description="Brand names by country."),
]


class MedicineGroup(StrEnum):
    """The headings under which medicines are printed, in this order."""

    ANTICOAGULANT = "anticoagulant"
    ANTIPLATELET = "antiplatelet"
    PAIN = "pain"
    DIABETES = "diabetes"
    OTHER = "other"


BLOOD_THINNERS = frozenset({MedicineGroup.ANTICOAGULANT, MedicineGroup.ANTIPLATELET})
"""The groups of which a rule for one medicine does not speak of two."""


class _MedicineFacts(Model):
    id: Id
    group: MedicineGroup
    atc: Annotated[tuple[AtcCode, ...], Field(min_length=1)]
    brands: Brands
    weekly: bool = False
    """Whether it is mostly taken once a week, so that a daily calendar would be wrong."""
    components: Annotated[tuple[Id, ...], Field(min_length=2)] | None = None
    """The ids of its parts, if it is a combination."""


class FormularyMedicine(_MedicineFacts):
    """One medicine of the formulary."""

    name: Name
    """International non-proprietary name in English; translated in medicines.po."""


class OwnMedicine(_MedicineFacts):
    """A medicine that a clinic adds to the formulary."""

    name: LocalizedName
    """International non-proprietary name in each language."""
    atc: tuple[AtcCode, ...] = ()
    """Left out where it has none, such as a herb."""
    classes: tuple[Id, ...] = ()
    """Classes of the formulary to which it belongs beside those of its codes."""


AnyMedicine = FormularyMedicine | OwnMedicine


class MedicineClass(Model):
    """Medicines that work in the same way, by what the ATC lists under some codes."""

    name: Name
    """In English, in the plural; translated in medicines.po."""
    atc: Annotated[tuple[AtcCode, ...], Field(min_length=1)]
    """Codes of which a medicine's own begins with one."""
    without: tuple[AtcCode, ...] = ()
    """Codes among these that do not belong to it."""

    def holds(self, code: str) -> bool:
        """Whether a medicine with this code belongs to it."""
        return code.startswith(self.atc) and not code.startswith(self.without or ("-",))


class Medicines(Mapping[str, AnyMedicine]):
    """The medicines that there are, by id, in the order of the files, with their classes."""

    def __init__(
        self,
        medicines: Iterable[AnyMedicine],
        classes: Mapping[str, MedicineClass] = MappingProxyType({}),
    ) -> None:
        self._by_id = {medicine.id: medicine for medicine in medicines}
        self.classes = dict(classes)

    def __getitem__(self, name: str) -> AnyMedicine:
        return self._by_id[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def of_class(self, name: str) -> FormularyMedicine:
        """A class as one entry of a list, under the heading of most of its medicines."""
        one = self.classes[name]
        groups = [each.group for each in self.values() if name in self.classes_of(each)]
        group = max(groups, key=groups.count, default=MedicineGroup.OTHER)
        return FormularyMedicine(id=name, name=one.name, group=group, atc=one.atc, brands={})

    def parts(self, medicine: AnyMedicine) -> tuple[str, ...]:
        """The ids of what is in a combination; of any other medicine, its own."""
        return medicine.components or (medicine.id,)

    @cached_property
    def _groups(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(self._named(one)) for name, one in self._by_id.items()}

    def named_by(self, medicine: AnyMedicine) -> frozenset[str]:
        """The ids by which a case may name it: its own, its parts', and those of all classes."""
        known = (self._groups.get(part, frozenset()) for part in self.parts(medicine))
        return self._groups[medicine.id].union(*known)

    def classes_of(self, medicine: AnyMedicine) -> frozenset[str]:
        """The classes of the medicine by its own codes, not by those of its parts."""
        return self._groups[medicine.id] - {medicine.id}

    def _named(self, medicine: AnyMedicine) -> Iterator[str]:
        yield medicine.id
        if isinstance(medicine, OwnMedicine):
            yield from medicine.classes
        for name, one in self.classes.items():
            if any(map(one.holds, medicine.atc)):
                yield name


class Formulary(Model):
    """`leaflets/formulary.yaml`."""

    classes: dict[Id, MedicineClass] = Field(default_factory=dict)
    """Classes for `with` and `class` in a clinic's rules."""
    medicines: Annotated[tuple[FormularyMedicine, ...], Field(min_length=1)]
    others: tuple[Name, ...] = ()
    """Names of other medicines, so that none of them is taken for a misspelled name of these."""
    other_blood_thinners: tuple[Name, ...] = ()
    """The same of medicines that thin the blood: each counts as one beside another."""
