"""Why nothing is decided about a medicine, in a few words to clinicians."""

from collections.abc import Iterator

from build_pack.content.models.conditions import (
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    REGION,
    WITH,
    Condition,
)
from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.shared.clinical.views import PlanLine
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.rule_selection import UndecidedCause
from build_pack.translation.ui_words import UiWords


def open_reasons(composer: Composer, one: MedicinePlan) -> Iterator[PlanLine]:
    """A line for each reason; that the rule has the patient call is one too."""
    words = composer.words
    label = words.pgettext("clinical.why", "Why:")
    if one.decision is Decision.ASK:
        yield PlanLine(
            label, words.pgettext("clinical.ask", "the patient calls us, and we decide together")
        )
    for reason in one.reasons:
        if reason.why is UndecidedCause.DEPENDS:
            names = [condition_name(composer, condition) for condition in reason.on]
            # Translators: names of what is not known follow, such as “kidney function”.
            text = words.pgettext("clinical.depends", "not known: %(conditions)s")
            yield PlanLine(label, text % {"conditions": ", ".join(names)})
        else:
            yield PlanLine(label, _causes(words)[reason.why])


def condition_name(composer: Composer, condition: Condition) -> str:
    """What a rule may depend on, in a word or two."""
    words, locale = composer.words, composer.locale
    if condition.key == FACT:
        fact = composer.sources.rules.facts[condition.of]
        return (fact.name or fact.question).words(locale)
    if condition.key == WITH:
        # Translators: a medicine or a class of medicines follows.
        pattern = words.pgettext("clinical.also-takes", "also takes %(medicine)s")
        return pattern % {"medicine": composer.medicine_or_class(condition.of)}
    return {
        REGION: words.pgettext("clinical.region", "region"),
        KIDNEY: words.pgettext("clinical.kidney", "kidney function"),
        INDICATION: words.pgettext("clinical.indication", "indication"),
        DOSE: words.pgettext("clinical.dose", "dose"),
    }[condition]


def _causes(words: UiWords) -> dict[UndecidedCause, str]:
    return {
        UndecidedCause.UNKNOWN: words.pgettext("cause.unknown", "not on our list of medicines"),
        UndecidedCause.NO_RULE: words.pgettext("cause.no-rule", "we have no rule for it"),
        UndecidedCause.LEFT_OPEN: words.pgettext("cause.left-open", "decided for each patient"),
        UndecidedCause.IN_USE: words.pgettext(
            "cause.in-use", "the patient already takes what it would be bridged with"
        ),
        UndecidedCause.NO_CASE: words.pgettext("cause.no-case", "no case of our rule fits"),
        UndecidedCause.PARTS_DISAGREE: words.pgettext(
            "cause.parts", "the rules for its parts differ"
        ),
        UndecidedCause.EXPIRED: words.pgettext("cause.expired", "our rule is out of date"),
        UndecidedCause.TOO_EARLY: words.pgettext(
            "cause.too-early", "our rule does not fit the time of the procedure"
        ),
        UndecidedCause.WEEKDAY: words.pgettext(
            "cause.weekday", "not taken every day; days not known"
        ),
        UndecidedCause.SEVERAL: words.pgettext("cause.several", "more than one blood thinner"),
        UndecidedCause.BESIDE: words.pgettext(
            "cause.beside", "it would be bridged beside another blood thinner"
        ),
        UndecidedCause.TWICE: words.pgettext("cause.twice", "given more than once"),
        UndecidedCause.STOPPED: words.pgettext("cause.stopped", "the patient has stopped it"),
    }
