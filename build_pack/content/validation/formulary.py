"""Medicines that cannot be told apart, or are put together of nothing."""

from collections.abc import Iterator, Mapping

from build_pack.content.models.formulary import BLOOD_THINNERS, AnyMedicine, Formulary
from build_pack.content.models.medicine_rules import ClinicMedicines, medicines_of
from build_pack.content.validation.combinations import component_problems
from build_pack.content.validation.ids import duplicate_id_problem, suggestion_hint
from build_pack.content.validation.medicine_names import Source, shared_name_problems
from build_pack.content.validation.texts import name_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem

_THINNERS = "B01A"
"""Where the ATC lists what thins the blood."""


def formulary_problems(formulary: Loaded[Formulary]) -> Iterator[Problem]:
    """Medicines that appear twice or share a name, unknown parts, and names with marks."""
    yield from _ids_twice(formulary, set(formulary.model.classes))
    for name, one in formulary.model.classes.items():
        yield from name_problems(one.name, formulary.place("classes", name, "name"))
    for index, medicine in enumerate(formulary.model.medicines):
        yield from name_problems(medicine.name, formulary.place("medicines", index, "name"))
    known = {medicine.id: medicine for medicine in formulary.model.medicines}
    yield from _thinners(formulary, known)
    yield from component_problems(formulary, known)
    yield from shared_name_problems(formulary)


def own_medicine_problems(
    rules: Loaded[ClinicMedicines], formulary: Loaded[Formulary]
) -> Iterator[Problem]:
    """The same for the medicines and brands that a clinic adds to the formulary."""
    classes = formulary.model.classes
    yield from _ids_twice(rules, {*classes, *(one.id for one in formulary.model.medicines)})
    for index, own in enumerate(rules.model.medicines):
        for number, name in enumerate(own.classes):
            if name not in classes:
                message = f"“{name}” is not a class of medicines."
                hint = suggestion_hint(name, classes, "leaflets/formulary.yaml lists the classes.")
                place = rules.place("medicines", index, "classes", number)
                yield Problem("id-unknown", place, message, hint)
    known = medicines_of(formulary.model, rules.model)
    yield from _thinners(rules, known)
    yield from component_problems(rules, known)
    yield from shared_name_problems(rules, formulary)


def _ids_twice(source: Source, seen: set[str]) -> Iterator[Problem]:
    for index, medicine in enumerate(source.model.medicines):
        if medicine.id in seen:
            hint = "Remove this medicine, or give it an id of its own."
            yield duplicate_id_problem(medicine.id, source.place("medicines", index, "id"), hint)
        seen.add(medicine.id)


def _thinners(source: Source, known: Mapping[str, AnyMedicine]) -> Iterator[Problem]:
    """What thins the blood in a group that does not: two of them would not be told."""
    medicines: tuple[AnyMedicine, ...] = source.model.medicines
    for index, medicine in enumerate(medicines):
        if _is_thinner(medicine):
            continue
        if any(code.startswith(_THINNERS) for code in medicine.atc):
            what, wrong = "has the ATC code of a blood thinner, but not its group", "code"
        elif part := next((one for one in _parts(medicine, known) if _is_thinner(one)), None):
            what, wrong = f"contains “{part.id}”, a blood thinner, but is in another group", "parts"
        else:
            continue
        hint = f"Write group: {' or '.join(sorted(BLOOD_THINNERS))}, or correct the {wrong}."
        place = source.place("medicines", index, "group")
        yield Problem("value-invalid", place, f"“{medicine.id}” {what}.", hint)


def _parts(medicine: AnyMedicine, known: Mapping[str, AnyMedicine]) -> Iterator[AnyMedicine]:
    return (known[part] for part in medicine.components or () if part in known)


def _is_thinner(medicine: AnyMedicine) -> bool:
    return medicine.group in BLOOD_THINNERS
