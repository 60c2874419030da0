"""Medicines that a clinic's file names, held against those that there are."""

from collections.abc import Iterator, Mapping

from build_pack.content.models.dosing import Bridging
from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.validation.instructions import as_written
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem
from build_pack.text.folding import fold_case


def mention_problems(
    rules: Loaded[ClinicMedicines], known: Mapping[str, AnyMedicine]
) -> Iterator[Problem]:
    """Names that no medicine bears, and medicines that are bridged by themselves."""
    for place, name in _mentions(rules):
        if name not in known:
            message = f"“{name}” is not a medicine in the formulary or in this file."
            yield Problem("medicine-unknown", place, message, _meant(name, known))
    for index, rule in enumerate(rules.model.rules):
        for place, name in _bridges(rules, index):
            if name == rule.medicine:
                message = f"“{name}”: the medicine is used to bridge itself."
                hint = "Name the medicine that is taken in the meantime."
                yield Problem("rule-contradiction", place, message, hint)


def _mentions(rules: Loaded[ClinicMedicines]) -> Iterator[tuple[Place, str]]:
    for name in rules.model.brands:
        yield rules.key_place("brands", name), name
    for index, rule in enumerate(rules.model.rules):
        yield rules.place("rules", index, "medicine"), rule.medicine
        yield from _bridges(rules, index)


def _bridges(rules: Loaded[ClinicMedicines], index: int) -> Iterator[tuple[Place, str]]:
    """The medicine of each bridging of a rule, and its place."""
    for loc, one in as_written(rules, index):
        if isinstance(one.bridging, Bridging):
            yield rules.place(*loc, "bridging", "medicine"), one.bridging.medicine


def _meant(name: str, known: Mapping[str, AnyMedicine]) -> str:
    """A hint with the medicine that was probably meant, by its brand, its name or its spelling."""
    ids: dict[str, str] = {}
    for medicine in known.values():
        names = [medicine.name] if isinstance(medicine.name, str) else medicine.name.root.values()
        brands = [fold_case(brand) for found in medicine.brands.values() for brand in found]
        if fold_case(name) in brands:
            return f"{name} is a brand of {next(iter(names))}: write {medicine.id}."
        ids |= {fold_case(word): medicine.id for word in names}
    ids |= {medicine: medicine for medicine in known}
    otherwise = "Correct the name, or add the medicine under “medicines”."
    if fold_case(name) in ids:
        return f"Did you mean “{ids[fold_case(name)]}”?"
    return suggestion_hint(name, known, otherwise)
