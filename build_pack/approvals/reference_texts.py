"""References as they are signed: all that is said of each, and what of it a page shows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from build_pack.approvals.approval_text import ApprovalPart, ApprovalText, same
from build_pack.approvals.document_usage import NONE
from build_pack.content.models.document_kinds import Kinds
from build_pack.content.references.csl_fields import VERIFIED
from build_pack.content.references.reference_file import SourceReference

_UNPRINTED = frozenset({"id", "abstract", "annote", "citation-key", "keyword", "note", VERIFIED})
_NOT_VERIFIED = {VERIFIED: "not yet"}
"""What whoever signs is told of a reference that nobody has opened."""


def reference_texts(
    references: tuple[SourceReference, ...],
    folder: str,
    locale: str,
    part: ApprovalPart,
    by: Mapping[str, Kinds],
) -> Iterator[ApprovalText]:
    """Each reference with the documents that cite it, of which its abstract is not printed."""
    for reference in references:
        name, kinds = f"{folder}references.json:{reference.key}", by.get(reference.key, NONE)
        words, printed = (
            json.dumps(fields, ensure_ascii=False, sort_keys=True)
            for fields in (_NOT_VERIFIED | reference.csl, _printed(reference))
        )
        text = same(name, locale, part, words, reference.place, kinds)
        yield replace(text, partly=tuple((kind, printed) for kind in sorted(kinds)))


def _printed(reference: SourceReference) -> dict[str, Any]:
    return {field: value for field, value in reference.csl.items() if field not in _UNPRINTED}
