"""What is planned for a medicine, in short lines for clinicians."""

from collections.abc import Iterator

from build_pack.content.models.dosing import Dose
from build_pack.content.models.medicine_rules import Action, Case, Decision, Limit, ProcedureDay
from build_pack.documents.medicines import sentences
from build_pack.documents.shared.clinical.moments import day_of, first_moment, last_moment
from build_pack.documents.shared.clinical.open_reasons import open_reasons
from build_pack.documents.shared.clinical.views import ClinicalPlan, PlanLine
from build_pack.documents.shared.composer import Composer
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan, PlannedBloodTest, PlannedBridging
from build_pack.translation.ui_words import UiWords

_OPEN = frozenset({Decision.ASK, Decision.UNDECIDED})


def is_open(one: MedicinePlan) -> bool:
    """Whether nothing is decided about a medicine for this patient."""
    return one.decision in _OPEN


def clinical_plan(
    composer: Composer, one: MedicinePlan, *, with_kidney: bool = True
) -> ClinicalPlan:
    """What is planned for a medicine; where nothing is decided, why not, without any date."""
    return ClinicalPlan(
        name=composer.taken(one),
        notes=tuple(_notes(composer, one, with_kidney=with_kidney)),
        decision=decision_text(composer.words, one),
        lines=tuple(open_reasons(composer, one) if is_open(one) else _lines(composer, one)),
        is_open=is_open(one),
        prescriber=one.prescriber,
    )


def _notes(composer: Composer, one: MedicinePlan, *, with_kidney: bool) -> Iterator[str]:
    rules, taken, locale = composer.sources.rules, one.taken, composer.locale
    when = one.instruction.when if one.instruction else None
    if indication := rules.indications.get(taken.indication or ""):
        yield indication.name.words(locale)
    if dose := rules.doses.get(taken.dose or ""):
        yield dose.words(locale)
    if with_kidney and when and when.kidney and composer.visit.kidney:
        yield rules.kidney_bands[composer.visit.kidney].name.words(locale)


def decision_text(words: UiWords, one: MedicinePlan) -> str:
    """What is decided, in a word or two."""
    day = one.instruction.procedure_day if one.instruction else None
    if one.decision is Decision.CONTINUE and day is ProcedureDay.AFTER:
        return words.pgettext(
            "clinical.continue-after", "Continue; on the procedure day only afterwards"
        )
    return {
        Decision.CONTINUE: words.pgettext(
            "clinical.continue", "Continue, also on the procedure day"
        ),
        Decision.WITHHOLD: words.pgettext("clinical.withhold", "Withhold"),
        Decision.REDUCE: words.pgettext("clinical.reduce", "Change the dose"),
        Decision.SWITCH: words.pgettext("clinical.switch", "Withhold and bridge"),
        Decision.ASK: words.pgettext("clinical.undecided", "Not decided"),
        Decision.UNDECIDED: words.pgettext("clinical.undecided", "Not decided"),
    }[one.decision]


def _lines(composer: Composer, one: MedicinePlan) -> Iterator[PlanLine]:
    instruction = one.instruction or Case()
    if one.last_dose:
        yield _last(composer, one.last_dose)
    if one.reduced and instruction.reduced:
        yield _reduced(composer, *one.reduced, instruction.reduced.dose)
    if one.bridge:
        yield from _bridge(composer, one.bridge)
    if instruction.restart:
        awaited = sentences.awaited_test(instruction, composer.words)
        yield _first(composer, one.restart, instruction.restart.dose, awaited)
    if instruction.bridging == "none":
        words = composer.words
        yield PlanLine(
            words.pgettext("clinical.bridging", "Bridging:"),
            words.pgettext("clinical.no-bridging", "none"),
        )
    yield from (_test(composer, test) for test in one.tests)


def dose_lines(composer: Composer, one: MedicinePlan) -> Iterator[PlanLine]:
    """The last dose before the procedure, and the first one after it."""
    if one.last_dose:
        yield _last(composer, one.last_dose)
    if one.instruction and one.instruction.restart:
        yield _first(composer, one.restart, one.instruction.restart.dose)


def _last(composer: Composer, when: PlannedMoment) -> PlanLine:
    label = composer.words.pgettext("clinical.last-dose", "Last dose:")
    return PlanLine(label, last_moment(composer, when))


def _first(
    composer: Composer, when: PlannedMoment | None, dose: Dose | None, awaited: str = ""
) -> PlanLine:
    """`awaited` is the blood test for whose result it waits."""
    words = composer.words
    told = words.pgettext("clinical.told", "decided after the procedure")
    if awaited:
        in_range = words.pgettext("clinical.in-range", "once in range: %(test)s")
        told = in_range % {"test": awaited}
    text = first_moment(composer, when) if when else told
    more = f" ({_dose(composer, dose)})" if dose else ""
    return PlanLine(words.pgettext("clinical.first-dose", "First dose:"), f"{text}{more}")


def _reduced(composer: Composer, first: PlannedMoment, last: PlannedMoment, dose: Dose) -> PlanLine:
    # Translators: from one day to another, both included.
    pattern = composer.words.pgettext("clinical.from-to", "%(first)s – %(last)s")
    days = {"first": day_of(composer, first), "last": day_of(composer, last)}
    return PlanLine(f"{_dose(composer, dose)}:", pattern % days)


def _dose(composer: Composer, dose: Dose) -> str:
    words, formats = composer.words, composer.formats
    if dose.percent is None:
        return sentences.amount(dose, words, formats)
    pattern = words.pgettext("clinical.percent", "%(percent)s of the usual dose")
    return pattern % {"percent": formats.percent(dose.percent)}


def _bridge(composer: Composer, bridge: PlannedBridging) -> Iterator[PlanLine]:
    """The medicine in between with its first and last dose, then when it is given again."""
    words, dose = composer.words, bridge.bridging.dose
    name = composer.medicine(bridge.medicine).text
    name = f"{name} {_dose(composer, dose)}" if dose else name
    pattern = words.pgettext("clinical.from-to", "%(first)s – %(last)s")
    days = {
        "first": day_of(composer, bridge.first),
        "last": last_moment(composer, bridge.last),
    }
    yield PlanLine(f"{name}:", pattern % days)
    if bridge.bridging.restart:
        again = words.pgettext("clinical.again", "%(medicine)s again:") % {"medicine": name}
        yield PlanLine(again, _first(composer, bridge.restart, None).text)


def _test(composer: Composer, test: PlannedBloodTest) -> PlanLine:
    label, day = f"{test.test.name.words(composer.locale)}:", day_of(composer, test.when)
    limit = test.test.limit
    return PlanLine(label, _limited(composer, day, limit) if limit else day)


def _limited(composer: Composer, day: str, limit: Limit) -> str:
    words, is_most = composer.words, limit.at_most is not None
    if limit.otherwise is Action.POSTPONE and is_most:
        pattern = words.pgettext(
            "clinical.at-most-postpone", "%(day)s; above %(limit)s the procedure is put off"
        )
    elif limit.otherwise is Action.POSTPONE:
        pattern = words.pgettext(
            "clinical.at-least-postpone", "%(day)s; below %(limit)s the procedure is put off"
        )
    elif is_most:
        pattern = words.pgettext("clinical.at-most", "%(day)s; at most %(limit)s")
    else:
        pattern = words.pgettext("clinical.at-least", "%(day)s; at least %(limit)s")
    number = limit.at_most if is_most else limit.at_least
    return pattern % {"day": day, "limit": composer.formats.number(number or 0)}
