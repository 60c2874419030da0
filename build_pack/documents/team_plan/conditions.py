"""What the rules for a visit ask, and what is known of it: the one place that lists conditions."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.content.models.medicine_rules import Rule
from build_pack.content.models.regions import Region
from build_pack.documents.shared.clinical.open_reasons import condition_name
from build_pack.documents.shared.clinical.places import region_name
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.rule_selection import SelectionDimension


@dataclass(frozen=True, slots=True)
class AskedCondition:
    """Something that a rule of the visit depends on."""

    name: str
    value: str
    """Empty where it is not known."""


def asked_conditions(
    composer: Composer, plans: tuple[MedicinePlan, ...]
) -> tuple[AskedCondition, ...]:
    """All that the rules for some medicines depend on, each once, with what is known of it."""
    found = [
        condition
        for one in plans
        for rule in rules_of(composer, one)
        for case in rule.cases
        for dimension in SelectionDimension
        if dimension is not SelectionDimension.LEAFLET and getattr(case.when, dimension, None)
        for condition in [_asked(composer, one, dimension)]
    ]
    return tuple(dict.fromkeys(found))


def _asked(composer: Composer, one: MedicinePlan, dimension: SelectionDimension) -> AskedCondition:
    """A condition; what is asked of each medicine has its name."""
    words = composer.words
    name = condition_name(dimension, words)
    value = _word(composer, dimension, _value(composer, one, dimension))
    if dimension in {SelectionDimension.REGION, SelectionDimension.KIDNEY}:
        return AskedCondition(name, value)
    # Translators: a medicine, then what is asked about it, or the answer.
    pattern = words.pgettext("team.of-medicine", "%(medicine)s: %(condition)s")
    said = {"medicine": composer.taken(one).text}
    found = pattern % {**said, "condition": value} if value else ""
    return AskedCondition(pattern % {**said, "condition": name}, found)


def _value(composer: Composer, one: MedicinePlan, dimension: SelectionDimension) -> str:
    """What is known of a condition; empty if nothing is."""
    known = {
        SelectionDimension.LEAFLET: composer.sources.leaflet.id,
        SelectionDimension.REGION: composer.visit.region,
        SelectionDimension.KIDNEY: composer.visit.kidney,
        SelectionDimension.INDICATION: one.taken.indication,
        SelectionDimension.DOSE: one.taken.dose,
    }
    return known[dimension] or ""


def rules_of(composer: Composer, one: MedicinePlan) -> Iterator[Rule]:
    """The rule for a medicine, or those for the parts of a combination without one."""
    rules = {rule.medicine: rule for rule in composer.sources.rules.rules}
    medicine = one.taken.medicine
    if medicine and medicine.id in rules:
        yield rules[medicine.id]
    elif medicine:
        yield from (rules[part] for part in medicine.components or () if part in rules)


def case_words(composer: Composer, one: MedicinePlan) -> str:
    """The conditions of the case that was taken; where it has none, for whom it is."""
    words, case = composer.words, one.instruction
    if case is None:
        return ""
    if case.when is None:
        if any(rule.cases for rule in rules_of(composer, one)):
            return words.pgettext("team.all-others", "all other cases")
        return words.pgettext("team.everyone", "the same for all patients")
    named = (
        _said(composer, one, dimension, values)
        for dimension in SelectionDimension
        if (values := getattr(case.when, dimension))
    )
    return "; ".join(named)


def _said(
    composer: Composer, one: MedicinePlan, dimension: SelectionDimension, values: tuple[str, ...]
) -> str:
    """What is known of a condition; where nothing is, all for which the case holds."""
    known = _value(composer, one, dimension)
    return ", ".join(_word(composer, dimension, each) for each in ([known] if known else values))


def _word(composer: Composer, dimension: SelectionDimension, value: str) -> str:
    """A value of a condition, as the clinic or the program calls it."""
    rules, locale = composer.sources.rules, composer.locale
    match dimension:
        case _ if not value:
            return ""
        case SelectionDimension.REGION:
            return region_name(Region(value), composer.words)
        case SelectionDimension.KIDNEY:
            return rules.kidney_bands[value].words(locale)
        case SelectionDimension.INDICATION:
            return rules.indications[value].name.words(locale)
        case SelectionDimension.DOSE:
            return rules.doses[value].words(locale)
    return composer.words.pgettext("team.this-procedure", "this procedure")
