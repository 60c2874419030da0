"""Texts and signatures to try things with."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from build_pack.approvals.ledger import Signature, added, name_of, texts_file, texts_name
from build_pack.approvals.line import Line, format_line
from build_pack.approvals.text import ALL, Part, Text
from build_pack.packs.replacing import whole_files
from build_pack.problems import Place
from build_pack.translation.catalog import State

ROLES = ("translation-reviewer", "clinician")
TODAY = date(2026, 11, 22)


def text(target: str = "Ağrınız azalabilir.", name: str = "leaflet.relief") -> Text:
    source = "Your pain may get less."
    place = Place(Path("leaflet.po"), 7)
    return Text(name, "tr", Part.LEAFLET, source, target, State.TRANSLATED, place, ALL)


def signature(
    *signed: Text, by: str, role: str, until: date | None = None, signer: str = ""
) -> Signature:
    texts = {one.id: (one.source, one.target) for one in signed}
    line = Line(
        at=datetime(2026, 11, 1, 9, tzinfo=UTC),
        leaflet="leaflet",
        locale="tr",
        role=role,
        by=by,
        until=until,
        texts=len(texts),
        digest=texts_name(texts_file(texts)),
        signer=signer,
    )
    return Signature(line, format_line(line), Place(Path("ledger.jsonl"), 1), texts)


def write(clinic: Path, *signatures: Signature, previous: Sequence[str] = ()) -> None:
    """Add signatures to a clinic's ledger, each chained to the one before, or to `previous`."""
    name = name_of(previous[-1]) if previous else ""
    for one in signatures:
        line = one.line.model_copy(update={"previous": name})
        whole_files(clinic, added(clinic, line, one.texts))
        name = name_of(format_line(line))
