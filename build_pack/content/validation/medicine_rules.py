"""A clinic's rules for medicines, held against the formulary, the leaflets and the references."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from build_pack.content.models.dosing import Bridging
from build_pack.content.models.formulary import AnyMedicine, Formulary
from build_pack.content.models.medicine_rules import ClinicMedicines, medicines_of
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.validation.cases import Vocabulary, case_problems, condition_problems
from build_pack.content.validation.class_rules import class_rule_problems
from build_pack.content.validation.combinations import combination_problems
from build_pack.content.validation.facts import fact_problems
from build_pack.content.validation.formulary import own_medicine_problems
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.validation.instructions import (
    as_written,
    default_problems,
    instruction_problems,
)
from build_pack.content.validation.shared_texts import shared_text_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem
from build_pack.text.folding import fold_case


def rule_problems(
    rules: Loaded[ClinicMedicines],
    formulary: Loaded[Formulary],
    references: tuple[SourceReference, ...],
    leaflets: Collection[str],
    today: date,
) -> Iterator[Problem]:
    """All that is wrong with a clinic's medicines and rules; `leaflets` are the ids there are."""
    medicines = medicines_of(formulary.model, rules.model)
    yield from own_medicine_problems(rules, formulary)
    yield from mention_problems(rules, medicines)
    yield from fact_problems(rules)
    yield from shared_text_problems(rules)
    yield from default_problems(rules, today)
    yield from _rules_twice(rules)
    yield from class_rule_problems(rules, medicines)
    known = Vocabulary(rules.model, leaflets, medicines)
    for index in range(len(rules.model.rules)):
        yield from condition_problems(rules, index, known)
        yield from case_problems(rules, index, known)
        yield from instruction_problems(rules, index, today)
    yield from combination_problems(rules, medicines.values())
    yield from rule_source_problems(rules, references)


def _rules_twice(rules: Loaded[ClinicMedicines]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, rule in enumerate(rules.model.rules):
        if rule.subject in seen:
            message = f"There is a second rule for “{rule.subject}”."
            hint = "Keep one of the two; use cases for differences between patients."
            yield Problem("rule-contradiction", _subject_place(rules, index), message, hint)
        seen.add(rule.subject)


def _subject_place(rules: Loaded[ClinicMedicines], index: int) -> Place:
    """Where the medicine or the class of a rule stands."""
    return rules.place("rules", index, "medicine" if rules.model.rules[index].medicine else "class")


def rule_source_problems(
    rules: Loaded[ClinicMedicines], references: tuple[SourceReference, ...]
) -> Iterator[Problem]:
    """Sources that are no reference, and references that are no rule's source."""
    keys = {reference.key for reference in references}
    named: set[str] = set()
    for place, key in dict.fromkeys(_sources(rules)):
        named.add(key)
        if key not in keys:
            message = f"No reference has the key “{key}”."
            hint = "Correct the key, or add the reference to the clinic's references.json."
            yield Problem("citation-unknown", place, message, hint)
    for reference in references:
        if reference.key not in named:
            message = f"The reference “{reference.key}” is not used by any medicine rule."
            hint = (
                f"Add {reference.key} to “sources” of a rule in medicines.yaml, or remove the "
                "reference."
            )
            yield Problem("reference-uncited", reference.place, message, hint)


def _sources(rules: Loaded[ClinicMedicines]) -> Iterator[tuple[Place, str]]:
    """Every source that a rule, a case or the defaults name, and its place."""
    for index, _ in enumerate(rules.model.rules):
        for loc, one in as_written(rules, index):
            is_here = (*loc, "sources") in rules.source.key_places
            here = loc if is_here else ("defaults",)
            for number, key in enumerate(one.sources):
                yield rules.place(*here, "sources", number), key


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
            if name == rule.subject:
                message = f"“{name}”: the medicine is used to bridge itself."
                hint = "Name the medicine that is taken in the meantime."
                yield Problem("rule-contradiction", place, message, hint)


def _mentions(rules: Loaded[ClinicMedicines]) -> Iterator[tuple[Place, str]]:
    for name in rules.model.brands:
        yield rules.key_place("brands", name), name
    for index, rule in enumerate(rules.model.rules):
        if rule.medicine:
            yield _subject_place(rules, index), rule.medicine
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
