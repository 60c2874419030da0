"""Sections in the order in which they are set: in columns, and across them what needs the width."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from build_pack.documents.shared.views import BlockView, Document, SectionView


@dataclass(frozen=True, slots=True)
class SectionPart:
    """Blocks of a section that follow each other; the first part of it has its heading."""

    section: SectionView
    is_first: bool
    is_wide: bool
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class SectionFlow:
    """Parts of sections that are set in columns together, or all across the page."""

    is_wide: bool
    parts: tuple[SectionPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionedDocument(Document):
    """A document whose text is in sections."""

    sections: tuple[SectionView, ...]

    @property
    def flows(self) -> tuple[SectionFlow, ...]:
        """All sections in order; a block says with `is_wide` that a column is too narrow for it."""
        parts = (part for section in self.sections for part in _parts(section))
        groups = groupby(parts, lambda part: part.is_wide)
        return tuple(SectionFlow(is_wide, tuple(some)) for is_wide, some in groups)


def _parts(section: SectionView) -> Iterator[SectionPart]:
    """A heading is never apart from what it heads: it is in the flow of the first block."""
    groups = groupby(section.blocks, lambda block: bool(getattr(block, "is_wide", False)))
    for number, (is_wide, blocks) in enumerate(groups):
        yield SectionPart(section, not number, is_wide, tuple(blocks))
