"""Why nothing is decided about a medicine, in a sentence each."""

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
from build_pack.documents.shared.composer import Composer
from build_pack.planning.rule_selection import UndecidedCause, UndecidedReason
from build_pack.translation.ui_words import UiWords

_BESIDE = Condition(WITH)


def undecided_sentences(why: UndecidedReason, composer: Composer) -> Iterator[str]:
    """The sentence for a reason; one for each thing that is not known."""
    words = composer.words
    if why.why is not UndecidedCause.DEPENDS:
        yield _sentences(words)[why.why]
        return
    known = _unknown(words)
    for condition in dict.fromkeys(map(_kind, why.on)):
        if condition.key == FACT:
            text = words.pgettext("reason.fact", "What to do depends on this: %(question)s")
            yield text % {"question": _question(condition, composer)}
        else:
            yield known[condition]


def _kind(condition: Condition) -> Condition:
    """Medicines that may be taken beside it are one sentence, whichever they are."""
    return _BESIDE if condition.key == WITH else condition


def _question(condition: Condition, composer: Composer) -> str:
    fact = composer.sources.rules.facts[condition.of]
    return (fact.patient_question or fact.question).words(composer.locale)


def _unknown(words: UiWords) -> dict[Condition, str]:
    return {
        REGION: words.pgettext(
            "reason.region", "What to do depends on which part of your spine the procedure is on."
        ),
        KIDNEY: words.pgettext(
            "reason.kidney", "What to do depends on how well your kidneys work."
        ),
        INDICATION: words.pgettext("reason.indication", "What to do depends on why you take it."),
        DOSE: words.pgettext("reason.dose", "What to do depends on your dose."),
        _BESIDE: words.pgettext(
            "reason.beside-it", "What to do depends on which other medicines you take."
        ),
    }


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
