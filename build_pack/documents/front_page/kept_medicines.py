"""What a patient keeps taking, by name."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.medicines.entries import on_the_day
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose
from build_pack.planning.plan import MedicinePlan, Plan


def kept_medicines(composer: Composer, plan: Plan) -> Iterator[Prose]:
    """A line for all of which the same is said: names, what to do, where to read more."""
    words = composer.words
    lines: dict[str, list[str]] = {}
    for one in plan.medicines:
        for text, name in _kept(composer, one):
            lines.setdefault(text, []).append(name)
    # Translators: names of medicines, then what to do with them.
    pattern = words.pgettext("front.kept", "%(medicines)s: %(text)s")
    for text, names in lines.items():
        kept, plain = ", ".join(names), composer.writer.plain
        said = plain(pattern % {"medicines": kept, "text": text})
        yield said.with_strong(plain(kept).text)


def _kept(composer: Composer, one: MedicinePlan) -> Iterator[tuple[str, str]]:
    """What is said of a medicine and of the one in between, if it is taken every day, by name."""
    if one.decision is Decision.CONTINUE or _is_taken_again(composer, one):
        yield _said(composer, one), composer.taken(one).text
    again = one.bridge.restart if one.bridge else None
    if one.bridge and again and not composer.visit.is_to_come(again.day):
        text = composer.words.pgettext(
            "front.between", "Take it until your team tells you to stop it."
        )
        yield text, composer.medicine(one.bridge.medicine).text


def _is_taken_again(composer: Composer, one: MedicinePlan) -> bool:
    """Whether the day is over from which on it is taken as usual again."""
    if one.restart:
        return not composer.visit.is_to_come(one.restart.day)
    return one.reduced is not None and not composer.visit.is_to_come((one.reduced[1].day or 0) + 1)


def _said(composer: Composer, one: MedicinePlan) -> str:
    words, instruction = composer.words, one.instruction
    if composer.visit.is_to_come(0):
        said = on_the_day(one.decision, instruction.procedure_day if instruction else None, words)
    else:
        said = words.pgettext("front.as-usual", "Take it as usual.")
    if instruction and instruction.text and one.decision is Decision.CONTINUE:
        more = words.pgettext(
            "front.read-lines", "See its lines on the sheet: you may have to call us."
        )
        said = f"{said} {more}"
    return said
