"""A text as it is signed."""

from dataclasses import dataclass
from enum import StrEnum

from build_pack.content.models.document_kinds import ALL, WITH_PLAN, DocumentKind, Kinds
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
