"""One medicine of a plan as an entry of the grid: names, decision, days, steps, advice."""

from collections.abc import Iterator
from itertools import islice

from build_pack.content.models.medicine_rules import Case, Decision, ProcedureDay
from build_pack.documents.medicines.course import (
    bridge_to_come,
    decision_to_come,
    is_over,
)
from build_pack.documents.medicines.group_headings import group_headings
from build_pack.documents.medicines.steps import bridge, steps
from build_pack.documents.medicines.strips import Columns, Days, strip
from build_pack.documents.medicines.undecided_reasons import undecided_sentence
from build_pack.documents.medicines.views import MedicineAdvice, MedicineName, SheetEntry
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose
from build_pack.planning.plan import MedicinePlan
from build_pack.text.folding import fold_name
from build_pack.translation.ui_words import UiWords

_MOST_BRANDS = 3
"""Brand names beside a medicine: examples, as the sheet says."""


def entry(
    composer: Composer,
    one: MedicinePlan,
    purpose: str,
    columns: Columns = (),
    days: tuple[Days, ...] = (),
) -> SheetEntry:
    """A medicine's entry; `purpose` is what it is for, in words.

    `days` are those that are shown of it and of the medicine in between, below the `columns`.
    """
    instruction = one.instruction or Case()
    shown, between = decision_to_come(composer, one), bridge_to_come(composer, one)
    strips = [strip(composer, columns, each) for each in days]
    name = MedicineName(
        composer.taken(one),
        _brands(composer, one),
        purpose,
        tuple(_conditions(composer, one, instruction)),
    )
    return SheetEntry(
        names=(name,),
        decision=shown,
        headline=headline(Decision.ASK if one.is_call else shown, composer.words),
        notes=tuple(_notes(composer, one, instruction)),
        strip=strips[0] if strips else (),
        steps=tuple(steps(composer, one)),
        bridge=bridge(composer, between, strips[-1] if strips else ()) if between else None,
        advice=tuple(_advice(composer, one, instruction)),
        prescriber=one.prescriber,
    )


def purpose_of(composer: Composer, one: MedicinePlan) -> str:
    """What the patient takes it for; where that is not known, the group it belongs to."""
    if known := composer.sources.rules.indications.get(one.taken.indication or ""):
        return known.name.words(composer.locale)
    medicine = one.taken.medicine
    return group_headings(composer.words)[medicine.group] if medicine else ""


def _conditions(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[str]:
    """The kidney band and the dose for which the rule was read, if it depends on them.

    Of a class, that medicines with an entry of their own do not follow it.
    """
    rules, when = composer.sources.rules, instruction.when
    if _has_exceptions(composer, one):
        yield composer.words.pgettext("class.not-named", "those not named here by themselves")
    if when and when.kidney and composer.visit.kidney:
        yield rules.kidney_bands[composer.visit.kidney].name.words(composer.locale)
    if when and when.doses and one.taken.dose:
        yield rules.doses[one.taken.dose].words(composer.locale)


def _has_exceptions(composer: Composer, one: MedicinePlan) -> bool:
    """Whether it is a class of which some medicines have rules of their own."""
    known, medicine = composer.sources.medicines, one.taken.medicine
    if medicine is None or medicine.id not in known.classes:
        return False
    rules = composer.sources.rules.rules
    apart = [name for rule in rules for name in (rule.subject, *rule.except_)]
    return any(medicine.id in known.classes_of(known[one]) for one in apart if one in known)


def _brands(composer: Composer, one: MedicinePlan) -> str:
    """Some of its brand names in the clinic's country, each once, as the first list writes it."""
    medicine = one.taken.medicine
    found = medicine.brands.get(composer.sources.clinic.country, ()) if medicine else ()
    once: dict[str, str] = {}
    for brand in found:
        once.setdefault(fold_name(brand), brand)
    return ", ".join(islice(once.values(), _MOST_BRANDS))


def headline(decision: Decision, words: UiWords) -> str:
    """A decision in a few words to the patient."""
    return {
        Decision.CONTINUE: words.pgettext("decision.continue", "Keep taking it"),
        Decision.WITHHOLD: words.pgettext("decision.withhold", "Take a short break: dates below"),
        Decision.REDUCE: words.pgettext(
            "decision.reduce", "A different dose for a short time: dates below"
        ),
        Decision.SWITCH: words.pgettext(
            "decision.switch", "Another medicine for a short time: dates below"
        ),
        Decision.ASK: words.pgettext("decision.ask", "Call us about this medicine"),
        Decision.UNDECIDED: words.pgettext("decision.undecided", "Your team will decide"),
    }[decision]


def _notes(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[Prose]:
    """What goes with the decision, then what the clinic says besides, until all that is over."""
    for text in _sentences(composer, one, instruction):
        yield composer.writer.plain(text)
    # What is said of a medicine that is kept may be true on any day: “Do not stop it suddenly.”
    if instruction.text and (one.decision is Decision.CONTINUE or not is_over(composer, one)):
        yield composer.writer.own(instruction.text)


def _sentences(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[str]:
    words = composer.words
    said = on_the_day(one.decision, instruction.procedure_day, words)
    if said and composer.visit.is_to_come(0):
        yield said
    elif one.decision is Decision.ASK:
        yield _call(words) % {"phone": composer.clinic.questions}
    elif one.decision is Decision.UNDECIDED:
        if one.taken.stopped:
            yield _stopped(words) % {"date": composer.formats.full_date(one.taken.stopped)}
        for why in one.reasons:
            yield undecided_sentence(why, composer)
        yield _open(one, words) % {"phone": composer.clinic.questions}
    if between := bridge_to_come(composer, one):
        text = words.pgettext(
            "step.between",
            "In between you are given another medicine: %(medicine)s. It has its own lines here.",
        )
        yield text % {"medicine": composer.medicine(between.medicine).text}
    if one.is_assumed and not is_over(composer, one):
        yield _twice_a_day(words) % {"phone": composer.clinic.questions}
    if instruction.bridging == "none" and not is_over(composer, one):
        yield words.pgettext("step.no-bridging", "You need no other medicine in its place.")


def _twice_a_day(words: UiWords) -> str:
    return words.pgettext(
        "step.twice-a-day",
        "You have told us that you take it twice a day. The dates here are for someone who takes "
        "it in the morning and in the evening. If you take it at other times, call us: %(phone)s.",
    )


def on_the_day(decision: Decision | None, day: ProcedureDay | None, words: UiWords) -> str:
    """What is told of the day of the procedure by the decision alone; empty if nothing is."""
    match decision, day:
        case Decision.CONTINUE, ProcedureDay.AFTER:
            return words.pgettext(
                "step.continue-after",
                "Take it as usual. On the day of your procedure, take it only after the procedure.",
            )
        case Decision.CONTINUE, _:
            return words.pgettext(
                "step.continue",
                "Take it as usual, on the day of your procedure as well. If it is a tablet, take "
                "it with a sip of water.",
            )
        case Decision.REDUCE, ProcedureDay.AFTER:
            return words.pgettext(
                "step.reduce-after",
                "On the day of your procedure, take it only after the procedure.",
            )
    return ""


def _call(words: UiWords) -> str:
    return words.pgettext(
        "step.ask",
        "Call us as soon as you have this sheet: %(phone)s. Change nothing until we have spoken.",
    )


def _stopped(words: UiWords) -> str:
    return words.pgettext(
        "step.stopped", "You have told us that your last dose of it was on %(date)s."
    )


def _open(one: MedicinePlan, words: UiWords) -> str:
    """What to do with a medicine about which nothing is decided."""
    if one.taken.stopped:
        return _call(words)
    if one.is_call:
        return words.pgettext(
            "step.call",
            "Call us as soon as you have this sheet: %(phone)s. Do not stop it and do not change "
            "it until we have spoken.",
        )
    return words.pgettext(
        "step.undecided",
        "Do not stop this medicine until your team has filled this in. If it is still empty, "
        "call us: %(phone)s",
    )


def _advice(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[MedicineAdvice]:
    """What to do if something goes otherwise; of what can no longer go otherwise, nothing.

    Until the restart is over, a medicine can still be taken by mistake.
    """
    words, own = composer.words, composer.writer.own
    if instruction.if_missed:
        label = words.pgettext("medicines.if-missed", "If you forgot to take it:")
        yield MedicineAdvice(label, own(instruction.if_missed))
    if instruction.if_taken and not is_over(composer, one):
        label = words.pgettext("medicines.if-taken", "If you took it by mistake:")
        yield MedicineAdvice(label, own(instruction.if_taken))
    if instruction.if_postponed and not composer.visit.is_over:
        label = words.pgettext("medicines.if-postponed", "If the procedure is put off:")
        yield MedicineAdvice(label, own(instruction.if_postponed))
