"""What may differ between two sets: what names the version or the sources of the program.

All of these, found by changing a comment of a module and then the version of the program:

- The first half of the identifier of a day's PDFs: a digest of all that they are made from, with
  the program's own modules.
- The second half of the identifier of every PDF, and its digest in `manifest.json`: digests of the
  file. They differ where anything else does, and say nothing by themselves.
- The program and its version: in the record of each PDF and each web page, and in `manifest.json`.
"""

import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from pikepdf import Name, ObjectStreamMode, Pdf, StreamDecodeLevel, String

_RECORD = Name("/buildpack")
_QUOTE = rb'(?:"|&#34;)'
_PROGRAM = rb"program" + _QUOTE + rb": " + _QUOTE + rb'build-pack [^"&]*'
_LEDGER = rb"ledger" + _QUOTE + rb": " + _QUOTE + rb"[0-9a-f]*"
PROGRAM = re.compile(_PROGRAM)
"""The version, as a record holds it, in a PDF or in the attribute of a web page."""
PROGRAM_AND_LEDGER = re.compile(_PROGRAM + b"|" + _LEDGER)
"""The ledger's last line too: it differs where other texts were signed, printed or not."""
_OF_DAY = re.compile(r"(line-\d+|contents|all)\.pdf")
_IDENTIFIER = re.compile(rb"/ID \[<([0-9a-f]{32})><[0-9a-f]{32}>\]")
_NOTHING = b"0" * 32


def is_same(name: Path, before: bytes, after: bytes, free: re.Pattern[bytes] = PROGRAM) -> bool:
    """Whether two files of a name are byte for byte the same, apart from what may differ.

    `free` says what may differ in the records of documents.
    """
    if name.suffix == ".html":
        return free.sub(b"", before) == free.sub(b"", after)
    if name.suffix != ".pdf":
        return before == after
    if _masked(name, before) == _masked(name, after):
        return True
    if _said(before, free) == _said(after, free):
        return False
    return _masked(name, _without(before, free)) == _masked(name, _without(after, free))


def without_digests(manifest: Path) -> bytes:
    """A manifest without the program's version and the digests that are those of its files."""
    data = json.loads(manifest.read_text("utf-8"))
    data["build_pack"] = ""
    for file in data["files"]:
        path = manifest.parent / file["path"]
        if path.is_file() and file["sha256"] == sha256(path.read_bytes()).hexdigest():
            file["sha256"] = ""
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _masked(name: Path, pdf: bytes) -> bytes:
    """A PDF with zeros for the halves of its identifier that may differ."""
    if not (found := _last_identifier(pdf)):
        return pdf
    first = _NOTHING if _OF_DAY.fullmatch(name.name) else found[1]
    identifier = b"/ID [<" + first + b"><" + _NOTHING + b">]"
    return pdf[: found.start()] + identifier + pdf[found.end() :]


def _last_identifier(pdf: bytes) -> re.Match[bytes] | None:
    return next(reversed([*_IDENTIFIER.finditer(pdf)]), None)


def _said(pdf: bytes, free: re.Pattern[bytes]) -> list[bytes]:
    with Pdf.open(BytesIO(pdf)) as opened:
        return free.findall(_record(opened))


def _without(pdf: bytes, free: re.Pattern[bytes]) -> bytes:
    """A PDF written anew without what may differ in its record, every stream as it was."""
    written = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        opened.docinfo[_RECORD] = String(free.sub(b"", _record(opened)).decode())
        opened.save(
            written,
            static_id=True,
            fix_metadata_version=False,
            compress_streams=False,
            object_stream_mode=ObjectStreamMode.disable,
            stream_decode_level=StreamDecodeLevel.none,
        )
    return written.getvalue()


def _record(opened: Pdf) -> bytes:
    return str(opened.docinfo.get(_RECORD, "")).encode()
