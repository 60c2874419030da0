"""Releases: documents whose texts are complete, current, approved and within their dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from build_pack.approvals.approval_status import (
    ApprovalStatus,
    SignatureRegister,
    approved_by,
    standings,
)
from build_pack.approvals.approval_text import LAYOUT
from build_pack.checks.check_codes import CHECK_CODES
from build_pack.content.clinic_layout import changed_files
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.edition import Edition
from build_pack.problems import Place, Problem, Severity, stop_on_errors
from build_pack.storage.memoization import memoized
from build_pack.translation.catalog import TranslationState
from build_pack.workspace.accepted_warnings import without_accepted
from build_pack.workspace.clinic_files import verified_ledger
from build_pack.workspace.placeholder_text import placeholder_problems
from build_pack.workspace.source_loading import LoadedSources, load_and_check_sources
from build_pack.workspace.tolerated_codes import UNREADY
from build_pack.workspace.workspace import Workspace

_NAMED = 10
"""So many texts that were never signed are named one by one; more are counted."""


@dataclass(frozen=True)
class ApprovalState:
    """What the texts of one leaflet still need from those who sign, by locale."""

    standings: Mapping[str, tuple[ApprovalStatus, ...]]
    register: SignatureRegister
    problems: tuple[Problem, ...]
    """What is wrong with the ledger itself."""
    tip: str
    """The digest of the ledger's last line."""


@dataclass(frozen=True)
class ReleaseCandidate:
    """What may become a release: its sources, signatures, and all else that stands in its way."""

    loaded: LoadedSources
    approved: ApprovalState
    problems: tuple[Problem, ...]
    """Of the sources, the starter's values and the ledger; a missing signature is none of them."""

    @property
    def faults(self) -> tuple[Problem, ...]:
        """Those that no document of the leaflet can be released with."""
        errors = (one for one in self.problems if one.severity is Severity.ERROR)
        return tuple(one for one in errors if one.code not in UNREADY)


def load_candidate(
    workspace: Workspace, leaflet: str, locales: tuple[str, ...], *, ignore_checks: bool = False
) -> ReleaseCandidate:
    """Read a leaflet as for a release, or raise `ProblemsError` if it cannot be read.

    With `ignore_checks`, what checks find does not count: it was released before them.
    """
    with workspace.reading():
        return _candidate(workspace, leaflet, locales, ignore_checks=ignore_checks)


@memoized
def _candidate(
    workspace: Workspace, leaflet: str, locales: tuple[str, ...], *, ignore_checks: bool
) -> ReleaseCandidate:
    loaded = load_and_check_sources(workspace, leaflet, locales)
    approved = _standing_of(loaded, workspace)
    told = without_accepted(loaded.problems, workspace.clinic)
    problems = [p for p in told if not _is_let_be(p, ignore_checks=ignore_checks)]
    problems += placeholder_problems(loaded.materials, Severity.ERROR)
    return ReleaseCandidate(loaded, approved, (*problems, *approved.problems))


def _standing_of(loaded: LoadedSources, workspace: Workspace) -> ApprovalState:
    """Hold the texts of a leaflet against the clinic's ledger."""
    ledger = verified_ledger(workspace)
    register = ledger.register
    roles = loaded.sources.clinic.approvals.roles
    found = {
        locale: standings(texts, register, roles, loaded.today)
        for locale, texts in loaded.texts.items()
    }
    return ApprovalState(found, register, ledger.problems, ledger.whole.tip)


def load_release(
    workspace: Workspace, leaflet: str, locales: tuple[str, ...], *, ignore_checks: bool = False
) -> LoadedSources:
    """Read all that a release needs, or raise `ProblemsError` with all that stands in its way."""
    found_ = load_candidate(workspace, leaflet, locales, ignore_checks=ignore_checks)
    loaded, approved, problems = found_.loaded, found_.approved, list(found_.problems)
    subject = f"{loaded.sources.leaflet.id} --clinic {workspace.clinic}"
    for found in approved.standings.values():
        problems += approval_problems(subject, found, approved.register)
    warnings = stop_on_errors(problems)
    for one in (each for found in approved.standings.values() for each in found):
        if one.text.state is not TranslationState.TRANSLATED or not one.approved:
            raise AssertionError(f"{one.text.id} is not approved and no problem says so")
    editions = {
        locale: {
            kind: _approved(edition, kind, approved, approved.standings[locale], loaded.today)
            for kind, edition in of_locale.items()
        }
        for locale, of_locale in loaded.sources.editions.items()
    }
    sources = replace(loaded.sources, editions=editions)
    return replace(loaded, sources=sources, problems=warnings)


def _is_let_be(problem: Problem, *, ignore_checks: bool) -> bool:
    """Whether it is something to look at, which stops no release."""
    found = problem.code in CHECK_CODES or problem.code == "ignore-outdated"
    return found and (ignore_checks or problem.severity is Severity.WARNING)


def _approved(
    edition: Edition,
    kind: DocumentKind,
    approved: ApprovalState,
    found: Sequence[ApprovalStatus],
    today: date,
) -> Edition:
    of_kind = [one for one in found if one.text.is_for(kind)]
    until = min((one.until for one in of_kind if one.until), default=None)
    names = approved_by(of_kind, approved.register, today)
    return replace(edition, released=True, approved_by=names, until=until, ledger=approved.tip)


def approval_problems(
    subject: str, found: Iterable[ApprovalStatus], register: SignatureRegister
) -> Iterator[Problem]:
    """One problem for each text that was changed or has expired, and one for many never signed.

    `subject` is what `build-pack approve` has to be given: the leaflet, and the clinic's folder.
    """
    waiting = [
        one for one in found if one.text.state is TranslationState.TRANSLATED and not one.approved
    ]
    for one in waiting:
        if one.expired:
            yield _expired(subject, one)
        elif one.changed:
            yield _changed(subject, one, register)
    new = [one for one in waiting if not one.expired and not one.changed]
    for group in _groups(new):
        yield from _unsigned(subject, group)


def _groups(new: Iterable[ApprovalStatus]) -> Iterator[list[ApprovalStatus]]:
    """Texts that lack the same roles."""

    def key(one: ApprovalStatus) -> tuple[str, ...]:
        return one.lacking

    for _, group in groupby(sorted(new, key=key), key):
        yield list(group)


def _unsigned(subject: str, group: list[ApprovalStatus]) -> Iterator[Problem]:
    first = group[0]
    hint = f"{_command(subject, first, first.lacking[0])}{_more(first.lacking)}"
    if len(group) <= _NAMED:
        for one in group:
            message = f"{_named(one)} is not signed: {', '.join(one.lacking)}."
            yield Problem("approval-missing", one.text.place, message, hint)
        return
    place = Place(first.text.place.path)
    what = f"{len(group)} texts for “{first.text.locale}”"
    message = f"{what} are not signed: {', '.join(first.lacking)}."
    yield Problem("approval-missing", place, message, hint)


def _changed(subject: str, one: ApprovalStatus, register: SignatureRegister) -> Problem:
    files = layout_changes_since(one, register)
    what = f": {', '.join(files[:_NAMED])}" if files else ""
    more = f", and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    message = f"{_named(one)} has changed since it was signed{what}{more}."
    hint = f"{_command(subject, one, one.lacking[0], '--changed')}{_more(one.lacking)}"
    return Problem("approval-missing", one.text.place, message, hint)


def layout_changes_since(one: ApprovalStatus, register: SignatureRegister) -> tuple[str, ...]:
    """What became of the files of a layout since it was signed; none of another text."""
    roles = one.lacking if one.text.id == LAYOUT and one.changed else ()
    before = (register.last_words(one.text, role) for role in roles)
    return next((changed_files(words[0], one.text.source) for words in before if words), ())


def _expired(subject: str, one: ApprovalStatus) -> Problem:
    message = f"The signature on {_named(one, '')} has expired: {', '.join(one.expired)}."
    hint = _command(subject, one, one.expired[0]) + _more(one.expired)
    return Problem("approval-expired", one.text.place, message, hint)


def _named(one: ApprovalStatus, article: str = "The text ") -> str:
    return f"{article}“{one.text.id}” for “{one.text.locale}”"


def _more(roles: Sequence[str]) -> str:
    return f", then as {', '.join(roles[1:])}." if roles[1:] else "."


def _command(subject: str, one: ApprovalStatus, role: str, option: str = "") -> str:
    name = f"build-pack approve {subject} --locale {one.text.locale} --role {role}"
    return f"Read it, then run `{name} --by NAME{' ' if option else ''}{option}`"
