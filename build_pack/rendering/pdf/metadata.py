"""A PDF as a file: what it says of itself, how many pages it has, and its bytes."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pikepdf import Name, ObjectStreamMode, PasswordError, Pdf, PdfError, Stream, String

from build_pack.text.limits import RECORD_CHARACTERS

_RECORD = Name("/buildpack")
"""The entry of the information dictionary for the records of documents."""


_BROKEN = (AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)
"""What the library raises beside its own faults, for a file whose parts are not what they say."""


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with Pdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def records_of(pdf: bytes) -> tuple[dict[str, Any], ...]:
    """What a PDF says of itself: the record of each document in it, each once.

    None for a PDF that is not ours. Raises `ValueError` for a file that is not a PDF.
    """
    try:
        with Pdf.open(BytesIO(pdf)) as opened:
            text = _recorded(opened)
    except (PdfError, PasswordError, *_BROKEN) as error:
        raise ValueError("this is not a readable PDF") from error
    return _records_in(text)


def read_records(opened: Pdf) -> tuple[dict[str, Any], ...]:
    """The same of a PDF that has been opened."""
    return _records_in(_recorded(opened))


def _recorded(opened: Pdf) -> str:
    return str(opened.docinfo.get(_RECORD, "[]"))


def _records_in(text: str) -> tuple[dict[str, Any], ...]:
    try:
        found = json.loads(text) if len(text) <= RECORD_CHARACTERS else None
    except (ValueError, RecursionError):  # nobody nests records
        return ()
    several = found if isinstance(found, list) else [found]
    return tuple(one for one in several if isinstance(one, dict))


def describe(pdf: Pdf, title: str, xmp: bytes, records: Sequence[dict[str, Any]]) -> None:
    """Say what a new PDF is, to readers' software and to ours."""
    pdf.docinfo.Title = String(title)
    if records:
        pdf.docinfo[_RECORD] = String(json.dumps(records, ensure_ascii=False))
    pdf.Root.Metadata = Stream(pdf, xmp, Type=Name.Metadata, Subtype=Name.XML)


def pdf_bytes(pdf: Pdf) -> bytes:
    """A PDF as bytes, the same for the same content."""
    file = BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return file.getvalue()
