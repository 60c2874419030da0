"""One medicine of a plan as a card: names, decision, calendar, steps, advice, who decided."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import Case, Decision, ProcedureDay
from build_pack.documents.medicines.calendars import calendars
from build_pack.documents.medicines.steps import bridge, steps
from build_pack.documents.medicines.undecided_reasons import undecided_sentence
from build_pack.documents.medicines.views import MedicineAdvice, MedicineCard
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose
from build_pack.planning.plan import MedicinePlan
from build_pack.text.folding import fold_name
from build_pack.translation.ui_words import UiWords


def card(
    composer: Composer, one: MedicinePlan, purpose: str, *, with_calendar: bool
) -> MedicineCard:
    """A medicine's card; `purpose` is what it is for, in words."""
    instruction = one.instruction or Case()
    days = one.days if with_calendar and one.decision is not Decision.ASK else ()
    by_key = {source.key: source for source in composer.sources.clinic_references}
    return MedicineCard(
        name=composer.taken(one),
        brands=_brands(composer, one),
        purpose=purpose,
        conditions=tuple(_conditions(composer, one, instruction)),
        decision=one.decision,
        headline=headline(Decision.ASK if one.is_call else one.decision, composer.words),
        notes=tuple(_notes(composer, one, instruction)),
        calendars=calendars(composer, composer.taken(one).text, days),
        steps=tuple(steps(composer, one)),
        bridge=bridge(composer, one.bridge) if one.bridge else None,
        advice=tuple(_advice(composer, instruction)),
        prescriber=one.prescriber,
        decided=tuple(_decided(composer, instruction)),
        cites=composer.writer.citations.numbers(by_key[key] for key in instruction.sources),
    )


def _conditions(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[str]:
    """The kidney band and the dose for which the rule was read, if it depends on them."""
    rules, when = composer.sources.rules, instruction.when
    if when and when.kidney and composer.visit.kidney:
        yield rules.kidney_bands[composer.visit.kidney].words(composer.locale)
    if when and when.doses and one.taken.dose:
        yield rules.doses[one.taken.dose].words(composer.locale)


def _brands(composer: Composer, one: MedicinePlan) -> str:
    """Its brand names in the clinic's country, each once, as the first list writes it."""
    medicine = one.taken.medicine
    found = medicine.brands.get(composer.sources.clinic.country, ()) if medicine else ()
    once: dict[str, str] = {}
    for brand in found:
        once.setdefault(fold_name(brand), brand)
    return ", ".join(once.values())


def headline(decision: Decision, words: UiWords) -> str:
    """A decision in a few words to the patient."""
    return {
        Decision.CONTINUE: words.pgettext("decision.continue", "Keep taking it"),
        Decision.WITHHOLD: words.pgettext("decision.withhold", "Take a short break: dates below"),
        Decision.REDUCE: words.pgettext(
            "decision.reduce", "Another dose for a short time: dates below"
        ),
        Decision.SWITCH: words.pgettext(
            "decision.switch", "Another medicine for a short time: dates below"
        ),
        Decision.ASK: words.pgettext("decision.ask", "Call us about this medicine"),
        Decision.UNDECIDED: words.pgettext("decision.undecided", "Your team will decide"),
    }[decision]


def _notes(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[Prose]:
    """What goes with the decision, then what the clinic says besides."""
    for text in _sentences(composer, one, instruction):
        yield composer.writer.plain(text)
    if instruction.text:
        yield composer.writer.own(instruction.text)


def _sentences(composer: Composer, one: MedicinePlan, instruction: Case) -> Iterator[str]:
    words = composer.words
    if said := on_the_day(one.decision, instruction.procedure_day, words):
        yield said
    elif one.decision is Decision.ASK:
        yield _call(words) % {"phone": composer.clinic.questions}
    elif one.decision is Decision.UNDECIDED:
        if one.taken.stopped:
            yield _stopped(words) % {"date": composer.formats.full_date(one.taken.stopped)}
        for why in one.reasons:
            yield from undecided_sentence(why, words)
        yield _open(one, words) % {"phone": composer.clinic.questions}
    if one.bridge:
        text = words.pgettext(
            "step.between", "In between you are given another medicine: %(medicine)s. See its card."
        )
        yield text % {"medicine": composer.medicine(one.bridge.medicine).text}
    if instruction.bridging == "none":
        yield words.pgettext("step.no-bridging", "You need no other medicine in its place.")


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
                "step.continue", "Take it as usual, on the day of your procedure as well."
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


def _advice(composer: Composer, instruction: Case) -> Iterator[MedicineAdvice]:
    words, own = composer.words, composer.writer.own
    if instruction.if_missed:
        label = words.pgettext("medicines.if-missed", "If you forgot to take it:")
        yield MedicineAdvice(label, own(instruction.if_missed))
    if instruction.if_taken:
        label = words.pgettext("medicines.if-taken", "If you took it by mistake:")
        yield MedicineAdvice(label, own(instruction.if_taken))
    if instruction.if_postponed:
        label = words.pgettext("medicines.if-postponed", "If the procedure is put off:")
        yield MedicineAdvice(label, own(instruction.if_postponed))


def _decided(composer: Composer, instruction: Case) -> Iterator[str]:
    words, date = composer.words, composer.formats.date
    if instruction.decided:
        pattern = words.pgettext("medicines.decided", "Clinic rule decided by: %(role)s, %(date)s")
        role = instruction.decided.role.words(composer.locale)
        yield pattern % {"role": role, "date": date(instruction.decided.on)}
    for agreed in instruction.agreed_with:
        pattern = words.pgettext("medicines.agreed", "Agreed with: %(role)s, %(date)s")
        role = agreed.role.words(composer.locale)
        yield pattern % {"role": role, "date": date(agreed.on)}
