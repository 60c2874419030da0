"""Texts and signatures to try things with."""

import json
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from build_pack.approvals.approval_text import ApprovalPart, ApprovalText
from build_pack.approvals.ledger.chain import ORIGIN, SHOWN, line_digest
from build_pack.approvals.ledger.ledger_file import (
    Signature,
    appended_files,
    ledger_path,
    texts_file,
    texts_name,
    texts_path,
)
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.content.models.document_kinds import ALL
from build_pack.problems import Place
from build_pack.translation.catalog import TranslationState

ROLES = ("translation-reviewer", "clinician")
TODAY = date(2026, 11, 22)
SIGNED_AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


def text(target: str = "Ağrınız azalabilir.", name: str = "leaflet.relief") -> ApprovalText:
    source = "Your pain may get less."
    place = Place(Path("leaflet.po"), 7)
    return ApprovalText(
        name, "tr", ApprovalPart.LEAFLET, source, target, TranslationState.TRANSLATED, place, ALL
    )


def signature(
    *signed: ApprovalText,
    by: str,
    role: str,
    until: date | None = None,
    signer: str = "",
    at: datetime = SIGNED_AT,
    note: str = "",
) -> Signature:
    texts = {one.id: (one.source, one.target) for one in signed}
    line = LedgerLine(
        at=at,
        leaflet="leaflet",
        locale="tr",
        role=role,
        by=by,
        until=until,
        texts=len(texts),
        digest=texts_name(texts_file(texts)),
        note=note,
        signer=signer,
    )
    return Signature(line, format_line(line), Place(Path("ledger.jsonl"), 1), texts)


def lines_of(clinic: Path) -> list[str]:
    """The lines of a clinic's ledger."""
    return ledger_path(clinic).read_text(encoding="utf-8").splitlines()


def write_lines(clinic: Path, lines: Sequence[str]) -> None:
    """Put lines in the place of a clinic's ledger."""
    ledger_path(clinic).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def write(clinic: Path, *signatures: Signature, previous: Sequence[str] = ()) -> None:
    """Add signatures to a clinic's ledger, each chained to the one before, or to `previous`."""
    name = line_digest(previous[-1]) if previous else ORIGIN
    for one in signatures:
        line = one.line.model_copy(update={"previous": name})
        for path, content in appended_files(clinic, line, one.texts).items():
            (clinic / path).parent.mkdir(parents=True, exist_ok=True)
            (clinic / path).write_bytes(content)
        name = line_digest(format_line(line))


def union(*copies: Path) -> Path:
    """The lines and files of several copies put together in the first, as git does it."""
    clinic, *others = copies
    lines = dict.fromkeys(line for copy in copies for line in lines_of(copy))
    for other in others:
        shutil.copytree(other, clinic, dirs_exist_ok=True)
    write_lines(clinic, list(lines))
    return clinic


def write_as_earlier_versions(clinic: Path, *signatures: Signature, previous: str = "") -> None:
    """Write a ledger of which each line names the beginning of a digest, and texts by their own."""
    lines: list[str] = []
    for one in signatures:
        previous = line_digest(lines[-1])[:SHOWN] if lines else previous
        lines.append(format_line(one.line.model_copy(update={"previous": previous})))
        path = texts_path(clinic, one.line.digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts_file(one.texts))
    write_lines(clinic, lines)


def chained(clinic: Path, raw: str, **changes: object) -> str:
    """A line as it would be written behind the last one of a ledger, with some keys changed."""
    data = json.loads(raw) | {"previous": line_digest(lines_of(clinic)[-1])} | changes
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
