"""The format of lines in the file: none counts that the program would have written otherwise."""

import json
import re
from pathlib import Path

from build_pack.approvals.ledger.chain import is_of_earlier_version
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.storage.text_files import read_bytes
from build_pack.text.limits import LEDGER_BYTES

_DIGEST = re.compile("[0-9a-f]{64}")


def read_lines(path: Path) -> list[str]:
    """The lines of the file."""
    return lines_in(read_bytes(path, LEDGER_BYTES))


def lines_in(content: bytes) -> list[str]:
    """The lines of a file, which git may have ended as on Windows.

    What is not UTF-8 is put as no line can be written.
    """
    lines = content.replace(b"\r\n", b"\n").decode(errors="backslashreplace").split("\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def parse_line(raw: str) -> LedgerLine | None:
    """What a line says, if it is written just as the program writes it, letter by letter.

    Of a line of an earlier version, only that nothing is around its values.
    """
    try:
        line = LedgerLine.model_validate_json(raw, strict=True)
        earlier = is_of_earlier_version(line)
        plain = _plain(raw) if earlier else format_line(line)
    except ValueError:
        return None
    return line if plain == raw and _DIGEST.fullmatch(line.digest) else None


def _plain(raw: str) -> str:
    return json.dumps(json.loads(raw), ensure_ascii=False, separators=(",", ":"))
