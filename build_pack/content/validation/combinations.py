"""Medicines that are made of others."""

from collections.abc import Iterable, Iterator, Mapping

from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.medicine_rules import ClinicMedicines, Decision, Instruction, Rule
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.validation.medicine_names import Source
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem, Severity

_COMPARED = tuple(set(Instruction.model_fields) - {"decided", "agreed_with", "sources"})
"""What the rules of all parts must say alike, so that it holds for the combination."""


def component_problems(source: Source, known: Mapping[str, AnyMedicine]) -> Iterator[Problem]:
    """Parts that are not listed, or that are made of parts themselves."""
    for index, medicine in enumerate(source.model.medicines):
        for number, part in enumerate(medicine.components or ()):
            place = source.place("medicines", index, "components", number)
            if part == medicine.id:
                message = f"“{part}” cannot be a part of itself."
                yield Problem("value-invalid", place, message, "Name its parts, or remove the key.")
            elif part not in known:
                hint = suggestion_hint(part, known, "Correct the id, or add the medicine.")
                message = f"No medicine has the id “{part}”."
                yield Problem("medicine-unknown", place, message, hint)
            elif known[part].components:
                message = f"“{part}” is itself a combination."
                yield Problem("value-invalid", place, message, "Name its parts instead.")


def combination_problems(
    rules: Loaded[ClinicMedicines], medicines: Iterable[AnyMedicine]
) -> Iterator[Problem]:
    """Combinations of which every part has a rule of its own, and these say different things."""
    found = {
        rule.medicine: (index, rule)
        for index, rule in enumerate(rules.model.rules)
        if rule.medicine
    }
    for medicine in medicines:
        components = medicine.components or ()
        parts = [found[part] for part in components if part in found]
        ruled = [rule for _, rule in parts]
        if medicine.id in found or not any(map(_decides, ruled)):
            continue
        if len(parts) == len(components) and not _agree(ruled):
            place = rules.place("rules", parts[0][0], "medicine")
            message = f"“{medicine.id}”: the rules for its parts differ."
            hint = f"It is printed as undecided. Write a rule for “{medicine.id}”."
            yield Problem("combination-undecided", place, message, hint, Severity.WARNING)


def _decides(rule: Rule) -> bool:
    return any(case.decision is not Decision.UNDECIDED for case in rule.instructions())


def _agree(rules: Iterable[Rule]) -> bool:
    """Whether the rules have one case each, and these say the same; a stricter one is no guess."""
    first = None
    for rule in rules:
        cases = tuple(rule.instructions())
        if len(cases) > 1 or cases[0].when:
            return False
        said = [getattr(cases[0], key) for key in _COMPARED]
        first = first or said
        if said != first:
            return False
    return True
