"""A clinic's rules for medicines, held against the formulary, the leaflets and the references."""

from collections.abc import Collection, Iterator
from datetime import date

from build_pack.content.models.formulary import Formulary
from build_pack.content.models.medicine_rules import ClinicMedicines, medicines_of
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.validation.cases import case_problems
from build_pack.content.validation.combinations import combination_problems
from build_pack.content.validation.conditions import condition_problems, vocabulary
from build_pack.content.validation.formulary import own_medicine_problems
from build_pack.content.validation.instructions import instruction_problems
from build_pack.content.validation.mentioned_medicines import mention_problems
from build_pack.content.validation.rule_sources import rule_source_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem


def rule_problems(
    rules: Loaded[ClinicMedicines],
    formulary: Loaded[Formulary],
    references: tuple[SourceReference, ...],
    leaflets: Collection[str],
    today: date,
) -> Iterator[Problem]:
    """All that is wrong with a clinic's medicines and rules; `leaflets` are the ids there are."""
    medicines = {medicine.id: medicine for medicine in medicines_of(formulary.model, rules.model)}
    yield from own_medicine_problems(rules, formulary)
    yield from mention_problems(rules, medicines)
    yield from _rules_twice(rules)
    known = vocabulary(rules.model, leaflets)
    for index in range(len(rules.model.rules)):
        yield from condition_problems(rules, index, known)
        yield from case_problems(rules, index, known)
        yield from instruction_problems(rules, index, today)
    yield from combination_problems(rules, medicines.values())
    yield from rule_source_problems(rules, references)


def _rules_twice(rules: Loaded[ClinicMedicines]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, rule in enumerate(rules.model.rules):
        if rule.medicine in seen:
            message = f"There is a second rule for “{rule.medicine}”."
            hint = "Keep one of the two; use cases for differences between patients."
            yield Problem(
                "rule-contradiction", rules.place("rules", index, "medicine"), message, hint
            )
        seen.add(rule.medicine)
