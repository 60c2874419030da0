"""What the rules for a visit ask, and what is known of it: the one place that lists conditions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pack.content.models.base import LocalizedText
from build_pack.content.models.bleeding_risk import BleedingRisk
from build_pack.content.models.conditions import (
    BLEEDING,
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    LEAFLET,
    OTHER,
    REGION,
    WITH,
    Condition,
    rank,
)
from build_pack.content.models.facts import NO, YES, Fact
from build_pack.content.models.medicine_rules import Rule
from build_pack.content.models.regions import Region
from build_pack.documents.shared.clinical.open_reasons import condition_name
from build_pack.documents.shared.clinical.places import region_name, risk_name
from build_pack.documents.shared.composer import Composer
from build_pack.planning.kidney_function import FOR_CLEARANCE
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.procedure import Procedure
from build_pack.planning.rule_selection import RuleSelector

_DECIMALS = 2
"""Of a number that is printed; it is compared as it is."""
_OF_MEDICINE = frozenset({INDICATION, DOSE})
"""What is asked of each medicine by itself."""


@dataclass(frozen=True, slots=True)
class AskedCondition:
    """Something that a rule of the visit depends on."""

    name: str
    value: str
    """Empty where it is not known."""


def asked_conditions(
    composer: Composer, plans: tuple[MedicinePlan, ...]
) -> tuple[AskedCondition, ...]:
    """All that the rules for some medicines depend on, each once, with what is known of it.

    Other medicines are on the sheet.
    """
    found = [
        _asked(composer, one, condition)
        for one in plans
        for rule in rules_of(composer, one)
        for condition in _of_rule(composer, rule)
        if condition != LEAFLET and condition.key != WITH
    ]
    return tuple(dict.fromkeys(found))


def _of_rule(composer: Composer, rule: Rule) -> Iterator[Condition]:
    """The conditions of its cases, with what is known of the facts behind a kidney band."""
    named, visit = _named(rule), composer.visit
    yield from named
    if KIDNEY in named:
        known = {*visit.numbers, *visit.facts}
        yield from (Condition(FACT, name) for name in FOR_CLEARANCE if name in known)


def _named(rule: Rule) -> list[Condition]:
    """The conditions of all cases, in their order."""
    return sorted({c for case in rule.cases if case.when for c in case.when.allowed}, key=rank)


def _asked(composer: Composer, one: MedicinePlan, condition: Condition) -> AskedCondition:
    """A condition; what is asked of each medicine has its name."""
    name, value = _name(composer, condition), _value(composer, one, condition)
    known = _number(composer, condition) or (_word(composer, condition, value) if value else "")
    if condition not in _OF_MEDICINE:
        return AskedCondition(name, _told(composer, condition, known))
    # Translators: a medicine, then what is asked about it, or the answer.
    pattern = composer.words.pgettext("team.of-medicine", "%(medicine)s: %(condition)s")
    said = {"medicine": composer.taken(one).text}
    found = pattern % {**said, "condition": known} if known else ""
    return AskedCondition(pattern % {**said, "condition": name}, found)


def _name(composer: Composer, condition: Condition) -> str:
    if condition == BLEEDING:
        return composer.words.pgettext("team.bleeding-risk", "bleeding risk")
    return condition_name(composer, condition)


def _value(composer: Composer, one: MedicinePlan, condition: Condition) -> str:
    """What is known of a condition; empty if nothing is."""
    visit, risks = composer.visit, composer.sources.leaflet.bleeding_risk
    if condition.key == FACT:
        return visit.facts.get(condition.of, "")
    known = {
        LEAFLET: composer.sources.leaflet.id,
        REGION: visit.region,
        BLEEDING: risks.regions.get(visit.region) if risks and visit.region else None,
        KIDNEY: visit.kidney,
        INDICATION: one.taken.indication,
        DOSE: one.taken.dose,
    }
    return known.get(condition) or ""


def rules_of(composer: Composer, one: MedicinePlan) -> Iterator[Rule]:
    """The rule for a medicine, or those for the parts of a combination without one."""
    sources, medicine = composer.sources, one.taken.medicine
    procedure = Procedure.of(sources.leaflet)
    selector = RuleSelector(sources.rules, sources.medicines, procedure, composer.visit)
    if medicine and (rule := selector.rule_of(medicine)):
        yield rule
    elif medicine:
        found = (selector.rule_of(sources.medicines[part]) for part in medicine.components or ())
        yield from (rule for rule in found if rule)


def case_words(composer: Composer, one: MedicinePlan) -> str:
    """The conditions of the case that was taken; where it has none, for whom it is."""
    words, case = composer.words, one.instruction
    if case is None:
        return ""
    if case.when is None:
        if any(rule.cases for rule in rules_of(composer, one)):
            return words.pgettext("team.all-others", "all other cases")
        return words.pgettext("team.everyone", "the same for all patients")
    allowed = case.when.allowed
    return "; ".join(
        _condition(composer, one, condition, allowed[condition])
        for condition in sorted(allowed, key=rank)
    )


def _condition(
    composer: Composer, one: MedicinePlan, condition: Condition, values: Iterable[str]
) -> str:
    """What is known of a condition; where nothing is, all for which the case holds."""
    if condition.key == WITH:
        takes = YES in values
        return _name(composer, condition) if takes else _not(composer, condition)
    known = _value(composer, one, condition)
    words = (_word(composer, condition, value) for value in ([known] if known else sorted(values)))
    return _told(composer, condition, ", ".join(words))


def _told(composer: Composer, condition: Condition, said: str) -> str:
    """A value of a condition, with its name where the value alone would say nothing."""
    if not said or (condition.key != FACT and condition != BLEEDING):
        return said
    # Translators: what a rule depends on, then what holds, such as “liver disease: no”.
    pattern = composer.words.pgettext("team.condition", "%(condition)s: %(value)s")
    return pattern % {"condition": _name(composer, condition), "value": said}


def _not(composer: Composer, condition: Condition) -> str:
    # Translators: a medicine or a class of medicines follows.
    pattern = composer.words.pgettext("team.takes-no", "takes no %(medicine)s")
    return pattern % {"medicine": composer.medicine_or_class(condition.of)}


def _number(composer: Composer, condition: Condition) -> str:
    """The number that is known of a fact, with its unit; empty if none is."""
    number = composer.visit.numbers.get(condition.of)
    if condition.key != FACT or number is None:
        return ""
    shown = composer.formats.number(round(number, _DECIMALS))
    return f"{shown}\N{NO-BREAK SPACE}{composer.sources.rules.facts[condition.of].unit}"


def _word(composer: Composer, condition: Condition, value: str) -> str:
    """A value of a condition, as the clinic or the program calls it."""
    rules, locale, words = composer.sources.rules, composer.locale, composer.words
    if condition.key == FACT:
        return _answer(composer, rules.facts[condition.of], value)
    if condition == REGION:
        return region_name(Region(value), words)
    if condition == BLEEDING:
        return risk_name(BleedingRisk(value), words)
    if condition == LEAFLET:
        return words.pgettext("team.this-procedure", "this procedure")
    names: dict[Condition, Mapping[str, LocalizedText]] = {
        KIDNEY: {name: band.name for name, band in rules.kidney_bands.items()},
        INDICATION: {name: one.name for name, one in rules.indications.items()},
        DOSE: rules.doses,
    }
    if value == OTHER and value not in names[condition]:
        return words.pgettext("clinical.other", "something else")
    return names[condition][value].words(locale)


def _answer(composer: Composer, fact: Fact, value: str) -> str:
    """An answer to a fact in the words of its choices or bands."""
    if fact.choices:
        return fact.choices[value].words(composer.locale)
    if fact.bands:
        return fact.bands[value].name.words(composer.locale)
    words = composer.words
    return {YES: words.pgettext("clinical.yes", "yes"), NO: words.pgettext("clinical.no", "no")}[
        value
    ]
