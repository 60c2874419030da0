"""The medicine instructions: the clinic's rules as sentences, with ruled blanks for the dates."""

from collections.abc import Iterable, Iterator

from build_pack.content.medicines import Decision, Medicine, MedicineGroup, Rule
from build_pack.documents import sentences
from build_pack.documents.composer import Composer
from build_pack.documents.model import (
    Kind,
    MedicineCard,
    Medicines,
    MedicineSection,
    Prose,
    Step,
    Verdict,
)
from build_pack.documents.sources import Sources
from build_pack.translation.segments import medicine_id
from build_pack.translation.words import Words

# What changes stands before what stays as it is.
_OVERVIEW_ORDER = (*(one for one in Decision if one is not Decision.CONTINUE), Decision.CONTINUE)


def medicines(sources: Sources, locale: str) -> Medicines:
    """Compose the medicine instructions: every rule of the clinic, in the formulary's order."""
    composer = Composer(sources, locale)
    headings = _headings(composer.words)
    sections = tuple(
        section
        for group in MedicineGroup
        if (section := _section(composer, group, headings[group])).cards
    )
    return Medicines(
        **composer.common(Kind.MEDICINES),
        title=composer.words.pgettext("medicines.title", "Your medicine sheet"),
        overview=_overview(sections, composer.words),
        sections=sections,
        red_flags=composer.red_flags(),
        references=composer.references(),
    )


def _overview(sections: Iterable[MedicineSection], words: Words) -> tuple[Verdict, ...]:
    """The medicines by decision; only decisions that the clinic has taken."""
    cards = [card for section in sections for card in section.cards]
    return tuple(
        Verdict(decision, _headline(decision, words), chosen)
        for decision in _OVERVIEW_ORDER
        if (chosen := tuple(card for card in cards if card.decision is decision))
    )


def _headings(words: Words) -> dict[MedicineGroup, str]:
    return {
        MedicineGroup.ANTICOAGULANT: words.pgettext(
            "medicines.anticoagulant", "Blood thinners: anticoagulants"
        ),
        MedicineGroup.ANTIPLATELET: words.pgettext(
            "medicines.antiplatelet", "Blood thinners: antiplatelets"
        ),
        MedicineGroup.PAIN: words.pgettext("medicines.pain", "Pain medicines"),
        MedicineGroup.DIABETES: words.pgettext("medicines.diabetes", "Diabetes medicines"),
        MedicineGroup.OTHER: words.pgettext("medicines.other", "Other medicines and supplements"),
    }


def _section(composer: Composer, group: MedicineGroup, heading: str) -> MedicineSection:
    rules = {rule.medicine: rule for rule in composer.sources.rules.rules}
    listed = composer.sources.formulary.medicines
    chosen = [medicine for medicine in listed if medicine.group is group and medicine.id in rules]
    cards = tuple(_card(composer, medicine, rules[medicine.id]) for medicine in chosen)
    return MedicineSection(group, heading, cards)


def _card(composer: Composer, medicine: Medicine, rule: Rule) -> MedicineCard:
    by_key = {source.key: source for source in composer.sources.clinic_references}
    brands = medicine.brands.get(composer.sources.clinic.country, ())
    return MedicineCard(
        name=composer.names.segment(medicine_id(medicine.id)),
        brands=", ".join(brands),
        decision=rule.decision,
        headline=_headline(rule.decision, composer.words),
        notes=tuple(_notes(composer, rule)),
        steps=tuple(_steps(composer, rule)),
        if_missed=composer.writer.own(rule.if_missed) if rule.if_missed else None,
        decided=_decided(composer, rule),
        cites=composer.writer.citations.numbers(by_key[key] for key in rule.sources),
    )


def _headline(decision: Decision, words: Words) -> str:
    return {
        Decision.CONTINUE: words.pgettext("decision.continue", "Keep taking it"),
        Decision.WITHHOLD: words.pgettext("decision.withhold", "Do not take it for a short time"),
        Decision.REDUCE: words.pgettext("decision.reduce", "Take a smaller dose for a short time"),
        Decision.SWITCH: words.pgettext("decision.switch", "Use another medicine for a short time"),
        Decision.ASK: words.pgettext("decision.ask", "Call us about this medicine"),
        Decision.UNDECIDED: words.pgettext("decision.undecided", "Your team will decide"),
    }[decision]


def _notes(composer: Composer, rule: Rule) -> Iterator[Prose]:
    """What goes with the decision, then what the clinic says besides."""
    words, plain = composer.words, composer.writer.plain
    if rule.decision is Decision.CONTINUE:
        text = words.pgettext(
            "step.continue", "Take it as usual, on the day of your procedure as well."
        )
        yield plain(text)
    elif rule.decision is Decision.ASK:
        text = words.pgettext("step.ask", "Call %(phone)s before you change anything.")
        yield plain(text % {"phone": composer.clinic.questions})
    elif rule.decision is Decision.UNDECIDED:
        text = words.pgettext(
            "step.undecided", "Do not stop this medicine until your team has filled this in."
        )
        yield plain(text)
    if rule.text:
        yield composer.writer.own(rule.text)


def _steps(composer: Composer, rule: Rule) -> Iterator[Step]:
    """What to do on which day, in the order in which the days come."""
    words, number, plain = composer.words, composer.formats.number, composer.writer.plain
    if rule.blood_test:
        label = words.pgettext("step.blood-test", "Blood test")
        name = rule.blood_test.name.words(composer.locale)
        text = sentences.blood_test(rule.blood_test, words)
        filled = text % {"days": number(-rule.blood_test.day), "test": name}
        yield Step(label, plain(filled), date_blank=True)
    if rule.last_dose:
        label = words.pgettext("step.last-dose", "Last dose")
        text = sentences.last_dose(rule.last_dose, words)
        yield Step(label, plain(text % {"days": number(-rule.last_dose.day)}), date_blank=True)
        label = words.pgettext("step.without", "Then")
        text = words.pgettext("step.without-text", "Do not take it again until you restart it.")
        yield Step(label, plain(text))
    if rule.restart:
        label = words.pgettext("step.restart", "Restart")
        text = sentences.restart(rule.restart, words)
        values = {"days": number(rule.restart.day or 0), "hours": number(rule.restart.hours or 0)}
        yield Step(label, plain(text % values), date_blank=True)


def _decided(composer: Composer, rule: Rule) -> str:
    if rule.decided is None:
        return ""
    pattern = composer.words.pgettext("medicines.decided", "Decided by: %(role)s, %(date)s")
    role = rule.decided.role.words(composer.locale)
    return pattern % {"role": role, "date": composer.formats.date(rule.decided.on)}
