"""What may differ between two sets: what names the version or the sources of the program.

All of these, found by changing a comment of a module and then the version of the program:

- The first half of the identifier of a day's PDFs: a digest of all that they are made from, with
  the program's own modules.
- The second half of the identifier of every PDF, and its digest in `manifest.json`: digests of the
  file. They differ where anything else does, and say nothing by themselves.
- The program and its version: in the record of each PDF, and in `manifest.json`.
"""

import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from pikepdf import Name, ObjectStreamMode, Pdf, StreamDecodeLevel, String

_RECORD = Name("/buildpack")
_PROGRAM = re.compile(r'"program": "build-pack [^"]*"')
_OF_DAY = re.compile(r"(line-\d+|contents|all)\.pdf")
_IDENTIFIER = re.compile(rb"/ID \[<([0-9a-f]{32})><[0-9a-f]{32}>\]")
_NOTHING = b"0" * 32


def is_same(name: Path, before: bytes, after: bytes) -> bool:
    """Whether two files of a name are byte for byte the same, apart from what may differ."""
    if name.suffix != ".pdf":
        return before == after
    return _masked(name, before) == _masked(name, after) or (
        _programs(before) != _programs(after)
        and _origin(name, before) == _origin(name, after)
        and _unversioned(before) == _unversioned(after)
    )


def without_digests(manifest: Path) -> bytes:
    """A manifest without the program's version and the digests of its files.

    Raises `ValueError` if a digest is not that of the file beside it.
    """
    data = json.loads(manifest.read_text("utf-8"))
    data["build_pack"] = ""
    for file in data["files"]:
        path = manifest.parent / file["path"]
        if file["sha256"] != sha256(path.read_bytes()).hexdigest():
            raise ValueError(f"{manifest} has another digest of {file['path']} than that file")
        file["sha256"] = ""
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _masked(name: Path, pdf: bytes) -> bytes:
    """A PDF with zeros for the halves of its identifier that may differ."""
    if not (found := _last_identifier(pdf)):
        return pdf
    identifier = b"/ID [<" + _origin(name, pdf) + b"><" + _NOTHING + b">]"
    return pdf[: found.start()] + identifier + pdf[found.end() :]


def _origin(name: Path, pdf: bytes) -> bytes:
    """The first half of a PDF's identifier, or zeros where it may differ."""
    found = _last_identifier(pdf)
    return found[1] if found and not _OF_DAY.fullmatch(name.name) else _NOTHING


def _last_identifier(pdf: bytes) -> re.Match[bytes] | None:
    return next(reversed([*_IDENTIFIER.finditer(pdf)]), None)


def _programs(pdf: bytes) -> list[str]:
    with Pdf.open(BytesIO(pdf)) as opened:
        return _PROGRAM.findall(str(opened.docinfo.get(_RECORD, "")))


def _unversioned(pdf: bytes) -> bytes:
    """A PDF written anew without identifier and version, every stream as it was."""
    written = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        record = str(opened.docinfo.get(_RECORD, ""))
        opened.docinfo[_RECORD] = String(_PROGRAM.sub("", record))
        opened.save(
            written,
            static_id=True,
            compress_streams=False,
            object_stream_mode=ObjectStreamMode.disable,
            stream_decode_level=StreamDecodeLevel.none,
        )
    return written.getvalue()
