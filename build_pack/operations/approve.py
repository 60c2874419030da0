"""A signature prepared, shown and written into the clinic's ledger."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.approval_text import LAYOUT, ApprovalText
from build_pack.approvals.double_check import DoubleCheckedNumber, DoubleCheckReader
from build_pack.approvals.ledger.chain import CLOCKS, EARLIEST, last_moment
from build_pack.approvals.ledger.ledger_file import Ledger, ledger_path, texts_file, texts_name
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.approvals.new_line import (
    approval_refused,
    files_with_line,
    key_problems,
    new_line,
    other_role_problems,
    signer_name_problems,
    similar_name_problems,
    similar_signer_name,
)
from build_pack.approvals.verified_ledger import read_verified_ledger
from build_pack.content.clinic_layout import changed_files
from build_pack.operations.confirm_stale import StaleTranslation, stale_translations
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.translation.catalog import TranslationState
from build_pack.workspace.placeholder_text import TO_WRITE, placeholder_problems
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.tolerated_codes import TOLERATED_IN_DRAFTS
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class ApprovalRequest:
    """Who wants to sign what."""

    leaflet: str
    locale: str
    by: str
    """The person's name; empty for the one that the key has."""
    role: str
    until: date | None = None
    note: str = ""
    only_changed: bool = False
    """Leave out what was signed by nobody in this role before."""
    key: Path | None = None
    """The private SSH key to sign with."""
    withdraw: bool = False
    """Take back what this person signed in this role, from now on."""
    another_person: bool = False
    """Whoever signs has said that somebody with a name near to theirs is not them."""


@dataclass(frozen=True)
class TextToSign:
    """A text to be signed, and its source and target as they were signed last in this role."""

    text: ApprovalText
    before: tuple[str, str] | None

    @property
    def is_other(self) -> bool:
        """Whether other words of it were signed before."""
        return self.before not in {None, (self.text.source, self.text.target)}

    @property
    def is_layout(self) -> bool:
        """Whether it is the clinic's layout: names of files with their digests."""
        return self.text.id == LAYOUT

    @property
    def file_changes(self) -> tuple[str, ...]:
        """What became of which files of the layout since it was signed, in words."""
        before = self.before if self.is_layout else None
        return changed_files(before[0], self.text.source) if before else ()


@dataclass(frozen=True)
class ApprovalProposal:
    """What would be signed, and what cannot be."""

    line: LedgerLine
    changes: tuple[TextToSign, ...]
    signed_already: int
    left_out: int
    """Texts that no one has signed in this role yet, where only changes are asked for."""
    stale: tuple[StaleTranslation, ...]
    """Texts whose source has changed; the translation may still say the same."""
    problems: tuple[Problem, ...]
    """Of the texts that are not ready to be signed."""
    ignored: tuple[str, ...] = ()
    """What checks found in the texts to be signed, and someone has ignored."""
    aloud: tuple[DoubleCheckedNumber, ...] = ()
    """The numbers in the texts to be signed, which two people read to each other."""
    near: str = ""
    """Who has signed before under a name that is nearly this one; empty if no one has."""
    warnings: tuple[Problem, ...] = ()
    """What is odd about the ledger: that lines do not count, or that nobody signs the list."""

    @property
    def similar_name(self) -> Problem | None:
        """Why nobody can sign before it is said that `near` is another person; None: it is not."""
        return next(similar_name_problems(self.line, self.near), None)


def propose_approval(
    workspace: Workspace, request: ApprovalRequest, now: datetime
) -> ApprovalProposal:
    """Find what a person can sign, or raise `ProblemsError` if they may not, or nobody can."""
    with workspace.reading():
        return _proposal(workspace, request, now)


def _proposal(workspace: Workspace, request: ApprovalRequest, now: datetime) -> ApprovalProposal:
    loaded = load_sources(workspace, request.leaflet, (request.locale,), draft=True)
    ledger = read_verified_ledger(workspace.clinic, now + CLOCKS)
    if ledger.errors:
        raise ProblemsError(ledger.errors)
    line = _line(workspace.clinic, request, now)
    texts = loaded.texts[request.locale]
    roles = loaded.sources.clinic.approvals.roles
    register = ledger.register
    names = [*signer_name_problems(line)] or other_role_problems(texts, register, line)
    if faults := [*_faults(workspace.clinic, request, roles, now, ledger.whole), *names]:
        raise ProblemsError(faults)
    unready = _unready(loaded)
    if request.withdraw:
        mine = ((text, register.line_by(line, text)) for text in texts)
        ready = [text for text, own in mine if own and own.holds_on(now.date())]
    else:
        ready = _ready(texts, {problem.place for problem in unready})
    open_texts = [text for text in ready if not _is_signed(text, register, line)]
    changes = [TextToSign(text, register.last_words(text, request.role)) for text in open_texts]
    new = sum(
        not change.is_other and not register.signed_in(request.role, change.text)
        for change in changes
    )
    if request.only_changed:
        changes = [change for change in changes if change.is_other]
    signed = [] if request.withdraw else [change.text for change in changes]
    return ApprovalProposal(
        line,
        tuple(changes),
        len(ready) - len(open_texts),
        new if request.only_changed else 0,
        stale_translations(loaded.sources.catalogs[request.locale]),
        tuple(replace(problem, severity=Severity.ERROR) for problem in unready),
        tuple(_ignored(loaded, {change.text.place for change in changes})),
        tuple(DoubleCheckReader(loaded.sources, request.locale).aloud(signed)),
        similar_signer_name(line, ledger.whole.signatures),
        ledger.warnings,
    )


def _unready(loaded: LoadedSources) -> list[Problem]:
    """What is wrong with texts that a draft may hold and nobody may sign."""
    unready = [p for p in loaded.problems if p.code in TOLERATED_IN_DRAFTS]
    return [*unready, *placeholder_problems(loaded.materials, Severity.ERROR)]


def _ready(texts: Iterable[ApprovalText], faulty: Container[Place]) -> list[ApprovalText]:
    return [
        text
        for text in texts
        if text.state is TranslationState.TRANSLATED
        and text.place not in faulty
        and not text.source.startswith(TO_WRITE)
    ]


def _ignored(loaded: LoadedSources, places: Container[Place]) -> Iterator[str]:
    """The errors of checks there that somebody has ignored."""
    errors = (one for one in loaded.ignored if one.severity is Severity.ERROR)
    return (f"{one.code} {one.message}" for one in errors if one.place in places)


def _line(clinic: Path, request: ApprovalRequest, now: datetime) -> LedgerLine:
    return new_line(
        clinic,
        request.key,
        request.by,
        request.note,
        at=now.replace(microsecond=0),
        leaflet=request.leaflet,
        locale=request.locale,
        role=request.role,
        until=now.date() - timedelta(days=1) if request.withdraw else request.until,
        texts=0,
        digest="",
    )


def _faults(
    clinic: Path, request: ApprovalRequest, roles: tuple[str, ...], now: datetime, whole: Ledger
) -> Iterator[Problem]:
    if request.role not in roles:
        hint = f"Choose from: {', '.join(roles)}."
        message = f"“{request.role}” is not a role of this clinic."
        yield approval_refused("--role", message, hint)
    yield from key_problems(clinic, request.key, whole)
    if now < EARLIEST:
        message = f"The clock of this computer says {now:%Y-%m-%d %H:%M}."
        hint = "Set the clock, then sign again."
        yield approval_refused(str(ledger_path(clinic)), message, hint)
    if request.until and request.until < now.date():
        hint = "Give a date in the future, or omit it."
        yield approval_refused("--until", f"{request.until} has passed.", hint)


def _is_signed(text: ApprovalText, register: SignatureRegister, line: LedgerLine) -> bool:
    """Whether this person has signed it in this role until the same day."""
    mine = register.line_by(line, text)
    return mine is not None and mine.until == line.until


def write_approval(
    workspace: Workspace, request: ApprovalRequest, proposal: ApprovalProposal
) -> LedgerLine:
    """Add a proposal to the ledger, with its exact texts and, if there is a key, its signature.

    Others may have signed since it was made: their lines stay, and `ProblemsError` is raised if one
    of them is this person's in another role.
    """
    texts = {one.text.id: (one.text.source, one.text.target) for one in proposal.changes}
    digest = texts_name(texts_file(texts))
    clinic = workspace.clinic
    with only_writer(clinic):
        with workspace.reading():
            ledger = _ledger_to_sign(clinic, request, proposal)
            at = ledger.not_before(proposal.line.at)  # another may have signed meanwhile
            update = {"at": at, "texts": len(texts), "digest": digest, "previous": ledger.tip}
            line = proposal.line.model_copy(update=update)
            files = files_with_line(clinic, line, texts, request.key, ledger)
        write_files_atomically(clinic, files)
    return line


def _ledger_to_sign(clinic: Path, request: ApprovalRequest, proposal: ApprovalProposal) -> Ledger:
    """The ledger as it is now, or `ProblemsError` if this line cannot be added to it any more."""
    found = read_verified_ledger(clinic, max(last_moment(None), proposal.line.at + CLOCKS))
    signed, signatures = (one.text for one in proposal.changes), found.whole.signatures
    near = "" if request.another_person else similar_signer_name(proposal.line, signatures)
    faults = [*found.errors, *similar_name_problems(proposal.line, near)]
    if faults := [*faults, *other_role_problems(signed, found.register, proposal.line)]:
        raise ProblemsError(faults)
    return found.whole
