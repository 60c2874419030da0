"""A text as it is signed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_pack.content.models.document_kinds import ALL, WITH_PLAN, DocumentKind, Kinds
from build_pack.documents.shared.edition import Edition
from build_pack.problems import Place
from build_pack.text.digests import digest
from build_pack.translation.catalog import TranslationState

LAYOUT = "layout"
"""The id of the text that contains the digests of a clinic's templates, stylesheets and logo."""


class ApprovalPart(StrEnum):
    """What a signed text belongs to."""

    LEAFLET = "leaflet"
    WORDS = "words"
    """The words of the templates and of composed sentences."""
    NAMES = "names"
    """The formulary: names of medicines, and what is in them."""
    CLINIC = "clinic"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class ApprovalText:
    """One text as it would be signed."""

    id: str
    locale: str
    part: ApprovalPart
    source: str
    target: str
    state: TranslationState
    """Only a translated text can be signed."""
    place: Place
    kinds: Kinds
    """The documents that print it; none of a text that only decides something."""
    partly: tuple[tuple[DocumentKind, str], ...] = ()
    """What of it a document prints in this language, for those that do not print all."""

    def is_for(self, kind: DocumentKind) -> bool:
        """Whether it has to be right before a document of this kind is handed out."""
        if self.kinds:
            return kind in self.kinds
        return kind in WITH_PLAN or self.part not in {ApprovalPart.NAMES, ApprovalPart.RULES}

    def printed(self, kind: DocumentKind) -> str:
        """What stands for it in the edition of a document: its words, once they are ready."""
        words = dict(self.partly).get(kind, self.target)
        ready = self.state is TranslationState.TRANSLATED
        return words if ready else digest(self.state, self.source, words)


def same(
    name: str, locale: str, part: ApprovalPart, words: str, place: Place, kinds: Kinds = ALL
) -> ApprovalText:
    """A text that is the same in every language."""
    return ApprovalText(name, locale, part, words, words, TranslationState.TRANSLATED, place, kinds)


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
