"""Rules for classes of medicines: for classes that there are, and no two for one medicine."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import ClinicMedicines, Rule
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem


def class_rule_problems(rules: Loaded[ClinicMedicines], medicines: Medicines) -> Iterator[Problem]:
    """Classes that there are not, exceptions that are not of the class, and two classes for one."""
    for index, rule in enumerate(rules.model.rules):
        if rule.class_ is None:
            continue
        if rule.class_ not in medicines.classes:
            message = f"“{rule.class_}” is not a class of medicines."
            hint = "leaflets/formulary.yaml lists the classes."
            hint = suggestion_hint(rule.class_, medicines.classes, hint)
            yield Problem("id-unknown", rules.place("rules", index, "class"), message, hint)
        else:
            yield from _exceptions(rules, index, rule, medicines)
    yield from _two_classes(rules, medicines)


def _exceptions(
    rules: Loaded[ClinicMedicines], index: int, rule: Rule, medicines: Medicines
) -> Iterator[Problem]:
    members = [one.id for one in medicines.values() if rule.class_ in medicines.classes_of(one)]
    for number, name in enumerate(rule.except_):
        if name not in members:
            message = f"“{name}” is not a medicine of the class “{rule.class_}”."
            place = rules.place("rules", index, "except", number)
            hint = suggestion_hint(name, members, "Remove it, or correct the id.")
            yield Problem("medicine-unknown", place, message, hint)


def _two_classes(rules: Loaded[ClinicMedicines], medicines: Medicines) -> Iterator[Problem]:
    """Each pair of rules that are for the same medicines, with those of them."""
    own = {rule.medicine for rule in rules.model.rules}
    of_classes = [(at, rule) for at, rule in enumerate(rules.model.rules) if rule.class_]
    for (_, one), (index, other) in combinations(of_classes, 2):
        both = [
            medicine.id
            for medicine in medicines.values()
            if medicine.id not in own
            and not medicine.components
            and all(_is_for(rule, medicine.id, medicines) for rule in (one, other))
        ]
        if both:
            message = (
                f"The rules for “{one.subject}” and “{other.subject}” are both for {_some(both)}."
            )
            hint = "Name it under “except” in one of the two, or write a rule of its own."
            yield Problem("rule-overlap", rules.place("rules", index, "class"), message, hint)


def _is_for(rule: Rule, name: str, medicines: Medicines) -> bool:
    return rule.class_ in medicines.classes_of(medicines[name]) and name not in rule.except_


def _some(names: Sequence[str]) -> str:
    """The first of some names, and how many there are beside it."""
    return names[0] + (f" and {len(names) - 1} more" if len(names) > 1 else "")
