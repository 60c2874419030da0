"""Editions: the texts of each document under one digest."""

from collections.abc import Iterable, Mapping

from build_pack.approvals.approval_text import ApprovalText
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.edition import Edition
from build_pack.text.digests import digest


def editions(
    texts: Iterable[ApprovalText], kinds: Iterable[DocumentKind]
) -> Mapping[DocumentKind, Edition]:
    """The edition of each kind of document that these texts make up, approved or not."""
    texts = tuple(texts)
    own = {kind: _digest(texts, kind) for kind in kinds}
    return {kind: Edition(_with_quoted(own, kind)) for kind in own}


def _with_quoted(own: Mapping[DocumentKind, str], kind: DocumentKind) -> str:
    """The digest of a document; one that prints another's edition has another with each of it."""
    quoted = [text for other, text in own.items() if other == kind.traits.quotes]
    return digest(own[kind], *quoted) if quoted else own[kind]


def _digest(texts: Iterable[ApprovalText], kind: DocumentKind) -> str:
    """By the words that it prints in its language; in which order, is itself one of the texts."""
    of_kind = sorted((one for one in texts if kind in one.kinds), key=lambda one: one.id)
    words = (part for one in of_kind for part in (one.id, one.locale, one.printed(kind)))
    return digest(kind, *words)
