"""Why nothing is decided about a medicine, in a sentence each."""

from build_pack.content.models.conditions import (
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    REGION,
    WITH,
    Condition,
)
from build_pack.documents.shared.composer import Composer
from build_pack.planning.rule_selection import UndecidedCause, UndecidedReason
from build_pack.translation.ui_words import UiWords


def undecided_sentence(why: UndecidedReason, composer: Composer) -> str:
    """The sentence for a reason, with all that is not known."""
    if why.why is not UndecidedCause.DEPENDS:
        return _sentences(composer.words)[why.why]
    # Translators: what is not known follows, such as “how well your kidneys work; your dose”.
    pattern = composer.words.pgettext("reason.depends", "What to do depends on: %(list)s.")
    unknown = dict.fromkeys(_unknown(condition, composer) for condition in why.on)
    return pattern % {"list": "; ".join(unknown)}


def _unknown(condition: Condition, composer: Composer) -> str:
    """Something that a rule depends on, in a few words to the patient."""
    words = composer.words
    if condition.key == FACT:
        fact = composer.sources.rules.facts[condition.of]
        return (fact.name or fact.patient_question or fact.question).words(composer.locale)
    if condition.key == WITH:
        return words.pgettext("depends.beside", "which other medicines you take")
    return {
        REGION: words.pgettext("depends.region", "which part of your spine the procedure is on"),
        KIDNEY: words.pgettext("depends.kidney", "how well your kidneys work"),
        INDICATION: words.pgettext("depends.indication", "why you take it"),
        DOSE: words.pgettext("depends.dose", "your dose"),
    }[condition]


def _sentences(words: UiWords) -> dict[UndecidedCause, str]:
    return {
        UndecidedCause.UNKNOWN: words.pgettext(
            "reason.unknown", "This medicine is not on our list."
        ),
        UndecidedCause.NO_RULE: words.pgettext(
            "reason.no-rule", "We have no rule for this medicine yet."
        ),
        UndecidedCause.LEFT_OPEN: words.pgettext(
            "reason.left-open", "We decide about this medicine for each patient separately."
        ),
        UndecidedCause.IN_USE: words.pgettext(
            "reason.in-use",
            "Our rule puts another medicine in its place, and you take that one already.",
        ),
        UndecidedCause.NO_CASE: words.pgettext(
            "reason.no-case", "Our rule for this medicine does not cover your case."
        ),
        UndecidedCause.PARTS_DISAGREE: words.pgettext(
            "reason.parts", "It is made of two medicines with different rules."
        ),
        UndecidedCause.EXPIRED: words.pgettext(
            "reason.expired", "Our rule for this medicine is out of date."
        ),
        UndecidedCause.TOO_EARLY: words.pgettext(
            "reason.too-early",
            "Our rule for this medicine does not fit the time of day of your procedure.",
        ),
        UndecidedCause.WEEKDAY: words.pgettext(
            "reason.weekday",
            "What to do depends on the day on which you take it, and on the date of your "
            "procedure.",
        ),
        UndecidedCause.SEVERAL: words.pgettext(
            "reason.several",
            "You take more than one blood thinner. What to do is decided for all of them together.",
        ),
        UndecidedCause.BESIDE: words.pgettext(
            "reason.beside",
            "Our rule puts a blood thinner in its place for a time, and you take another one.",
        ),
        UndecidedCause.STOPPED: words.pgettext(
            "reason.stopped", "Our rule is for those who take it, and you do not any more."
        ),
        UndecidedCause.TWICE: words.pgettext(
            "reason.twice",
            "It is on your list at least twice: under another name, in a different dose, or as a "
            "part of another medicine.",
        ),
    }
