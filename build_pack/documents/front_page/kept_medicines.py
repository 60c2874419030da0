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
        if one.decision is Decision.CONTINUE:
            lines.setdefault(_said(composer, one), []).append(composer.taken(one).text)
    # Translators: names of medicines, then what to do with them.
    pattern = words.pgettext("front.kept", "%(medicines)s: %(text)s")
    for text, names in lines.items():
        kept, plain = ", ".join(names), composer.writer.plain
        said = plain(pattern % {"medicines": kept, "text": text})
        yield said.with_strong(plain(kept).text)


def _said(composer: Composer, one: MedicinePlan) -> str:
    words, instruction = composer.words, one.instruction
    said = on_the_day(one.decision, instruction.procedure_day if instruction else None, words)
    if instruction and instruction.text:
        more = words.pgettext(
            "front.read-lines", "See its lines on the sheet: you may have to call us."
        )
        said = f"{said} {more}"
    return said
