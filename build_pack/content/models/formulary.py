"""Medicines: what they are and what they are called; nothing of what to do with them."""

from enum import StrEnum
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


AnyMedicine = FormularyMedicine | OwnMedicine


class Formulary(Model):
    """`leaflets/formulary.yaml`."""

    medicines: Annotated[tuple[FormularyMedicine, ...], Field(min_length=1)]
    others: tuple[Name, ...] = ()
    """Names of other medicines, so that none of them is taken for a misspelled name of these."""
    other_blood_thinners: tuple[Name, ...] = ()
    """The same of medicines that thin the blood: each counts as one beside another."""
