"""Editions: the texts of each document under one digest."""

from collections.abc import Iterable, Mapping

from build_pack.approvals.text import Text
from build_pack.content.kinds import Kind
from build_pack.documents.edition import Edition
from build_pack.translation.digests import digest


def editions(texts: Iterable[Text], kinds: Iterable[Kind]) -> Mapping[Kind, Edition]:
    """The edition of each kind of document that these texts make up, approved or not."""
    texts = tuple(texts)
    return {kind: Edition(_digest(text for text in texts if kind in text.kinds)) for kind in kinds}


def _digest(texts: Iterable[Text]) -> str:
    return digest(*(text.digest for text in texts))
