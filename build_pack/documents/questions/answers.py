"""Answers to the questions about a visit in words, and what follows from them."""

from collections.abc import Iterable, Iterator, Mapping

from build_pack.content.models.base import LocalizedText
from build_pack.content.models.clinic import Weekday
from build_pack.content.models.conditions import OTHER
from build_pack.content.models.facts import NO, YES
from build_pack.content.models.regions import Region
from build_pack.documents.shared.clinical.plans import decision_text, dose_lines, is_open
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.questions import Consequence, QuestionKind, VisitQuestion
from build_pack.translation.ui_words import UiWords


def answer_text(composer: Composer, question: VisitQuestion, answer: str) -> str:
    """An answer as the clinic or the program calls it."""
    rules, words = composer.sources.rules, composer.words
    if question.kind is QuestionKind.REGION:
        return _regions(words)[Region(answer)]
    if question.kind is QuestionKind.WEEKDAY:
        return composer.formats.weekday(Weekday(answer))
    fact = rules.facts.get(question.fact)
    bands = (fact.bands if fact else rules.kidney_bands) or {}
    names: Mapping[str, LocalizedText] = (
        {
            QuestionKind.INDICATION: {name: one.name for name, one in rules.indications.items()},
            QuestionKind.DOSE: rules.doses,
        }.get(question.kind)
        or (fact and fact.choices)
        or {n: band.name for n, band in bands.items()}
    )
    if answer in names:
        return names[answer].words(composer.locale)
    return _plain(words, question.kind)[answer]


def _plain(words: UiWords, kind: QuestionKind) -> dict[str, str]:
    """The program's own answers."""
    reason, dose = (
        words.pgettext("ask.other-reason", "another reason"),
        words.pgettext("ask.other-dose", "another dose"),
    )
    return {
        YES: words.pgettext("clinical.yes", "yes"),
        NO: words.pgettext("clinical.no", "no"),
        OTHER: dose if kind is QuestionKind.DOSE else reason,
    }


def _regions(words: UiWords) -> dict[Region, str]:
    return {
        Region.CERVICAL: words.pgettext("ask.cervical", "neck"),
        Region.THORACIC: words.pgettext("ask.thoracic", "middle of the back"),
        Region.LUMBAR: words.pgettext("ask.lumbar", "lower back"),
        Region.SACROILIAC: words.pgettext("ask.sacroiliac", "joint of spine and pelvis"),
    }


def consequences(composer: Composer, found: Iterable[Consequence]) -> tuple[tuple[str, ...], str]:
    """What follows, a line for all medicines for which it is the same; then what stays open."""
    taken, lines = composer.visit.medicines or (), dict[str, list[str]]()
    for one in found:
        name = composer.taken_name(taken[one.medicine]).text
        lines.setdefault(_consequence(composer, one.plan) if one.plan else "", []).append(name)
    left = ", ".join(lines.pop("", []))
    # Translators: medicines, then what is planned for them.
    pattern = composer.words.pgettext("ask.follows", "%(medicines)s: %(plan)s")
    said = {plan: ", ".join(names) for plan, names in lines.items()}
    further = composer.words.pgettext("ask.further", "further questions")
    return (
        tuple(pattern % {"medicines": names, "plan": plan} for plan, names in said.items()),
        pattern % {"medicines": left, "plan": further} if left else "",
    )


def _consequence(composer: Composer, plan: MedicinePlan) -> str:
    if is_open(plan):
        return composer.words.pgettext("ask.team-decides", "the team decides")
    return ". ".join(_decided(composer, plan))


def _decided(composer: Composer, plan: MedicinePlan) -> Iterator[str]:
    yield decision_text(composer.words, plan)
    yield from (f"{line.label} {line.text}" for line in dose_lines(composer, plan))
