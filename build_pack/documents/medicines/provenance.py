"""Who decided the rules of a sheet and who agreed, once for all of them."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.medicine_rules import Case
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan


def decided(composer: Composer, plans: Iterable[MedicinePlan]) -> Iterator[str]:
    """A line for each who decided or agreed, with the medicines unless it is about all."""
    ruled = [one for one in plans if one.instruction and one.instruction.decided]
    lines: dict[str, list[str]] = {}
    for one in ruled:
        for line in _lines(composer, one.instruction or Case()):
            lines.setdefault(line, []).append(composer.taken(one).text)
    # Translators: what is said, then the medicines that it is about.
    pattern = composer.words.pgettext("medicines.about", "%(text)s (%(medicines)s)")
    for line, names in lines.items():
        if len(names) == len(ruled):
            yield line
        else:
            yield pattern % {"text": line, "medicines": ", ".join(dict.fromkeys(names))}


def _lines(composer: Composer, instruction: Case) -> Iterator[str]:
    words, date = composer.words, composer.formats.date
    if instruction.decided:
        pattern = words.pgettext("medicines.decided", "Clinic rule decided by: %(role)s, %(date)s")
        role = instruction.decided.role.words(composer.locale)
        yield pattern % {"role": role, "date": date(instruction.decided.on)}
    for agreed in instruction.agreed_with:
        pattern = words.pgettext("medicines.agreed", "Agreed with: %(role)s, %(date)s")
        role = agreed.role.words(composer.locale)
        yield pattern % {"role": role, "date": date(agreed.on)}
