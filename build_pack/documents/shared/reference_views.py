"""Entries of a list of references, as templates are given them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReferencePiece:
    """Words of a reference; `lang` is theirs where it is not the document's."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """One entry of the reference list; `address` follows the text where there is one."""

    number: int
    pieces: tuple[ReferencePiece, ...]
    url: str = ""
    """Where `address` leads to."""
    address: str = ""
    """As it is printed: a DOI, or an address of the web, of a long one the site alone."""
    key: str = ""
    """Its key in `references.json`, the same in every language."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)
