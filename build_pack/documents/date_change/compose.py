"""“Your date has changed”: what is different, day by day, and that the old sheet is void."""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.date_change.medicine_changes import ComparedDays, groups, medicine_changes
from build_pack.documents.date_change.procedure_changes import procedure_changes
from build_pack.documents.date_change.two_plans import TwoPlans, both_plans, days_that_count
from build_pack.documents.date_change.views import ChangeGroup, DateChangeDocument
from build_pack.documents.shared.clinical.plans import is_open
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import moment
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import Prose
from build_pack.planning.plan import Plan
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords


def compose(sources: DocumentSources, locale: str, visit: Visit) -> DateChangeDocument:
    """Compose the paper; where a date is not known, with blanks and without days."""
    composer = Composer(sources, locale, visit)
    words, previous = composer.words, visit.previous_start
    plans = both_plans(sources, visit)
    return DateChangeDocument(
        **composer.common(DocumentKind.DATE_CHANGE),
        title=words.pgettext("change.title", "Your date has changed"),
        previous=moment(previous, words, composer.formats) if previous else "",
        **_changes(composer, *plans) if plans else _NOTHING,
    )


class _Changes(TypedDict):
    """The fields that depend on both plans."""

    calls: tuple[Prose, ...]
    notes: tuple[Prose, ...]
    groups: tuple[ChangeGroup, ...]


_NOTHING = _Changes(calls=(), notes=(), groups=())


def _changes(composer: Composer, old: Plan, new: Plan) -> _Changes:
    words, today = composer.words, composer.visit.today
    both = [TwoPlans(*two) for two in zip(old.medicines, new.medicines, strict=True)]
    compared = ComparedDays(days_that_count(old, new), old.visit, new.visit)
    begun = [one for one in both if one.has_begun(today)]
    planned = [one for one in both if not is_open(one.new) and one not in begun]
    changes = [medicine_changes(composer, compared, one) for one in planned]
    same = [
        one
        for one, found in zip(planned, changes, strict=True)
        if not any(days for _, days in found)
    ]
    procedure = ChangeGroup("", tuple(procedure_changes(composer, old, new)))
    return _Changes(
        calls=(
            *_said(composer, begun, _begun(words)),
            *_said(composer, (one for one in both if one.is_called_about), _called_about(words)),
        ),
        notes=(
            *_said(composer, (one for one in both if one.is_undecided), _undecided(words)),
            *_said(composer, same, _same(words)),
        ),
        groups=(procedure, *groups(changes)),
    )


def _said(composer: Composer, some: Iterable[TwoPlans], pattern: str) -> Iterator[Prose]:
    """What is said of some medicines, after their names; nothing of none."""
    names = ", ".join(composer.taken(one.new).text for one in some)
    if names:
        text = pattern % {"medicines": names, "phone": composer.clinic.questions}
        yield composer.writer.plain(text).with_strong(names)


def _begun(words: UiWords) -> str:
    return words.pgettext(
        "change.begun",
        "%(medicines)s: Call us now: %(phone)s. You may have begun with what the old sheet says, "
        "or days of the new plan are over. Change nothing until we have spoken.",
    )


def _called_about(words: UiWords) -> str:
    return words.pgettext(
        "change.calls",
        "%(medicines)s: Call us now: %(phone)s. We decide with you. Change nothing until we have "
        "spoken.",
    )


def _undecided(words: UiWords) -> str:
    return words.pgettext(
        "change.undecided",
        "%(medicines)s: Your team decides for the new date. Stop nothing and change nothing until "
        "your team has filled in the new medicine sheet.",
    )


def _same(words: UiWords) -> str:
    return words.pgettext("change.unchanged", "%(medicines)s: Nothing changes.")
