"""Clinics at which people sign with real keys of ssh-keygen."""

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from build_pack.approvals.ledger.ledger_file import (
    appended_files,
    read_ledger,
    texts_file,
    texts_name,
)
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.approvals.signatures.allowed_signers import LIST_ID, read_list
from build_pack.approvals.signatures.key_trust import VALUE_ID
from build_pack.approvals.signatures.ssh_keygen import sign
from build_pack.approvals.signatures.verification import allowed_signers_path, signature_path

REQUIRED, OPTIONAL = "keys: required", "keys: optional"


def new_key(folder: Path, name: str, *kind: str) -> Path:
    """Make a key without a passphrase; ed25519 unless another kind is given."""
    key = folder / name
    words = kind or ("-t", "ed25519")
    subprocess.run(["ssh-keygen", "-q", *words, "-N", "", "-C", name, "-f", str(key)], check=True)
    return key


def public(key: Path) -> str:
    """Kind and blob of a key."""
    return " ".join(Path(f"{key}.pub").read_text(encoding="utf-8").split()[:2])


class KeyClinic:
    """A clinic's folder with keys, a list of them, and lines signed by them."""

    def __init__(self, keys: Path, clinic: Path | None = None, *, hour: int = 0) -> None:
        """Keep keys in a folder, and go on in a clinic's folder from an hour."""
        self.folder = clinic or keys / "clinic"
        self.folder.mkdir(exist_ok=True)
        self._keys, self._hour = keys, hour

    @cache  # noqa: B019 - as long as the test
    def key(self, name: str) -> Path:
        """The key of a person."""
        return new_key(self._keys, name.replace(" ", "-"))

    def list(self, *names: str, more: str = "") -> None:
        """Write a list of these people."""
        path = allowed_signers_path(self.folder)
        path.parent.mkdir(exist_ok=True)
        lines = [f'"{name}" {public(self.key(name))}\n' for name in names]
        path.write_text("".join(lines) + more, encoding="utf-8")

    def signs(
        self,
        name: str,
        texts: Mapping[str, str],
        *,
        key: str = "",
        typed: str = "",
        until: date | None = None,
    ) -> None:
        """Add a line of a person: with the key, unless a name is only typed."""
        self._hour += 1
        words = {one: (said, said) for one, said in texts.items()}
        line = LedgerLine(
            at=datetime(2026, 11, 1, self._hour, tzinfo=UTC), leaflet="leaflet", locale="tr",
            role="clinician", by=typed or name, texts=len(words),
            digest=texts_name(texts_file(words)), signer="" if typed else name,
            until=until,
            previous=self._last(),
        )  # fmt: skip
        for path, content in appended_files(self.folder, line, words).items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(content)
        if not typed:
            raw = format_line(line)
            path = signature_path(self.folder, raw)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(sign(raw, self.key(key or name)))

    def signs_list(
        self, name: str, value: str = REQUIRED, *, key: str = "", until: date | None = None
    ) -> None:
        """Add a line of a person that signs the list as it is, and that keys are required."""
        text = read_list(allowed_signers_path(self.folder)).text
        self.signs(name, {LIST_ID: text, VALUE_ID: value}, key=key, until=until)

    def _last(self) -> str:
        return read_ledger(self.folder).tip
