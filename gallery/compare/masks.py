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
_PROGRAM = re.compile(rb'program(?:"|&#34;): (?:"|&#34;)build-pack [^"&]*')
"""As a record holds it, in a PDF or in the attribute of a web page."""
_OF_DAY = re.compile(r"(line-\d+|contents|all)\.pdf")
_IDENTIFIER = re.compile(rb"/ID \[<([0-9a-f]{32})><[0-9a-f]{32}>\]")
_NOTHING = b"0" * 32


def is_same(name: Path, before: bytes, after: bytes) -> bool:
    """Whether two files of a name are byte for byte the same, apart from what may differ."""
    if name.suffix == ".html":
        return _PROGRAM.sub(b"", before) == _PROGRAM.sub(b"", after)
    if name.suffix != ".pdf":
        return before == after
    if _masked(name, before) == _masked(name, after):
        return True
    if _programs(before) == _programs(after):
        return False
    return _masked(name, _unversioned(before)) == _masked(name, _unversioned(after))


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


def _programs(pdf: bytes) -> list[bytes]:
    with Pdf.open(BytesIO(pdf)) as opened:
        return _PROGRAM.findall(_record(opened))


def _unversioned(pdf: bytes) -> bytes:
    """A PDF written anew without the program's version, every stream as it was."""
    written = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        opened.docinfo[_RECORD] = String(_PROGRAM.sub(b"", _record(opened)).decode())
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
