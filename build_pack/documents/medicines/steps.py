"""What to do with a medicine, step by step, each with its date or a blank for it."""

from collections.abc import Iterator

from build_pack.content.models.dosing import Dose
from build_pack.content.models.medicine_rules import Case
from build_pack.documents.medicines import bridging, last_doses, sentences
from build_pack.documents.medicines.course import is_over, tests_to_come
from build_pack.documents.medicines.views import BridgingView, MedicineStep, StripCell
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    date_of,
    from_procedure,
    no_earlier,
    slot_name,
)
from build_pack.planning import plan
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan


def steps(composer: Composer, one: MedicinePlan) -> Iterator[MedicineStep]:
    """The last dose, what is done in between, the first dose, the blood tests.

    Of what is over when the patient goes home, the last dose alone is told.
    """
    if one.last_dose:
        yield _last_dose(composer, one, one.last_dose)
    if (
        one.reduced
        and one.instruction
        and one.instruction.reduced
        and composer.visit.is_to_come(one.reduced[1].day)
    ):
        yield _reduced(composer, *one.reduced, one.instruction.reduced.dose)
    if one.instruction and one.instruction.restart:
        yield _restart(composer, one.restart, one.instruction)
    for test in tests_to_come(composer, one):
        yield _test(composer, test)


def _step(
    composer: Composer, label: str, *texts: str, date: str = "", blank: str = ""
) -> MedicineStep:
    return MedicineStep(label, composer.writer.plain(" ".join(texts)), date, blank)


def _date_blank(composer: Composer, date: str) -> str:
    return "" if date else composer.words.pgettext("field.date", "Date:")


def _time_blank(composer: Composer, when: PlannedMoment | None) -> str:
    """A dose in hours after the end of the procedure: the team writes the time in."""
    if when is not None and when.hours is None:
        return _date_blank(composer, date_of(when, composer.words, composer.formats))
    return composer.words.pgettext("field.date-and-time", "Date and time, written by your team:")


def _last_dose(composer: Composer, one: MedicinePlan, when: PlannedMoment) -> MedicineStep:
    words, formats = composer.words, composer.formats
    date = last_doses.which_dose(composer, when, one.taken)
    texts = [] if date else [sentences.last_dose(when, words, formats)]
    if not is_over(composer, one):
        texts.append(last_doses.without(composer, one))
    label = words.pgettext("step.last-dose", "Last dose")
    return _step(composer, label, *texts, date=date, blank=_date_blank(composer, date))


def _reduced(
    composer: Composer, first: PlannedMoment, last: PlannedMoment, dose: Dose
) -> MedicineStep:
    words, formats = composer.words, composer.formats
    date = ""
    days = [from_procedure(moment.day or 0, words, formats) for moment in (first, last)]
    if first.date:
        days = [date_of(moment, words, formats) for moment in (first, last)]
    # Translators: from one day to another, both included.
    pattern = words.pgettext("step.from-to", "From: %(first)s. Up to and including: %(last)s.")
    date = pattern % {"first": days[0], "last": days[1]}
    label = words.pgettext("step.changed-dose", "A different dose")
    blank = ""
    if dose.percent not in {None, sentences.HALF} and not first.date:
        blank = words.pgettext("field.amount-and-dates", "Amount, and dates:")
    elif dose.percent not in {None, sentences.HALF}:
        blank = words.pgettext("field.amount", "Amount:")
    elif not first.date:
        blank = words.pgettext("field.dates", "Dates:")
    return _step(composer, label, sentences.dose(dose, words, formats), date=date, blank=blank)


def _restart(composer: Composer, when: PlannedMoment | None, of: Case) -> MedicineStep:
    words, formats = composer.words, composer.formats
    date = no_earlier(when, words, formats) if when else ""
    is_said = bool(date) and when is not None and when.hours is None and not when.with_meal
    test = sentences.awaited_test(of, words)
    texts = [] if is_said else [sentences.restart(when, words, formats, test)]
    if of.restart and of.restart.dose:
        texts.append(sentences.dose(of.restart.dose, words, formats))
    if of.restart and of.restart.catch_up:
        texts.append(sentences.catch_up(of.restart.catch_up, words, formats))
    return _step(
        composer,
        words.pgettext("step.restart", "Start again"),
        *texts,
        date=date,
        blank=_time_blank(composer, when),
    )


def _test(composer: Composer, test: plan.PlannedBloodTest) -> MedicineStep:
    words, formats = composer.words, composer.formats
    date = date_of(test.when, words, formats)
    name = f"{test.test.name.words(words.locale)}."
    texts = [name if date else sentences.blood_test(test.test, words, formats)]
    texts += filter(None, (sentences.place(test.test, words), sentences.seen_by(test.test, words)))
    if test.test.limit:
        texts.append(sentences.limit(test.test.limit, words, formats))
    label = words.pgettext("step.blood-test", "Blood test")
    return _step(composer, label, *texts, date=date, blank=_date_blank(composer, date))


def bridge(
    composer: Composer, of: plan.PlannedBridging, strip: tuple[StripCell, ...]
) -> BridgingView:
    """Another medicine in between, with its own days and steps."""
    words, formats = composer.words, composer.formats
    dose = of.bridging.dose
    return BridgingView(
        name=composer.medicine(of.medicine).text,
        text=composer.writer.plain(bridging.giver(of.bridging.given_by, words)),
        dose=bridging.dose(dose, words, formats) if dose else "",
        strip=strip,
        steps=tuple(_between(composer, of)),
    )


def _between(composer: Composer, of: plan.PlannedBridging) -> Iterator[MedicineStep]:
    if not composer.visit.is_over:
        yield from _between_before(composer, of)
    if of.bridging.restart:
        yield _between_after(composer, of.restart)


def _between_before(composer: Composer, of: plan.PlannedBridging) -> Iterator[MedicineStep]:
    words, formats = composer.words, composer.formats
    date = date_of(of.first, words, formats)
    yield _step(
        composer,
        words.pgettext("step.between-first", "First dose"),
        _at(composer, bridging.first(of.first, words, formats), of.first),
        date=date,
        blank=_date_blank(composer, date),
    )
    date = last_doses.which_dose(composer, of.last, None)
    yield _step(
        composer,
        words.pgettext("step.between-last", "Last dose"),
        _at(composer, bridging.last(of.last, words, formats), of.last),
        date=date,
        blank=_date_blank(composer, date),
    )


def _between_after(composer: Composer, again: PlannedMoment | None) -> MedicineStep:
    words, formats = composer.words, composer.formats
    return _step(
        composer,
        words.pgettext("step.between-again", "After the procedure"),
        _at(composer, bridging.again(again, words, formats), again),
        date=no_earlier(again, words, formats) if again else "",
        blank=_time_blank(composer, again),
    )


def _at(composer: Composer, text: str, when: PlannedMoment | None) -> str:
    """A sentence with the time of day, where that is not printed with the date."""
    if when is None or when.slot is None or when.date:
        return text
    return f"{text} ({slot_name(when.slot, composer.words)})"
