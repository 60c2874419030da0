"""A text of a leaflet where it stands: what it is, its id, its place, and whom it is for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from build_pack.content.models.document_kinds import Kinds
from build_pack.content.models.regions import EVERYWHERE, Region, Regions
from build_pack.problems import Loc


class TextRole(StrEnum):
    """What a text is for its reader."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    MAIN_MESSAGE = "main-message"
    SUMMARY = "summary"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTICE = "notice"
    CHANCE = "chance"
    LEAD = "lead"
    ITEM = "item"
    ALTERNATIVE = "alternative"
    LABEL = "label"
    CAPTION = "caption"
    BLANK = "blank"
    DANGER_LEAD = "danger-lead"
    DANGER_SIGN = "danger-sign"
    DISCLAIMER = "disclaimer"
    INTRODUCTION = "introduction"
    TEACH_BACK = "teach-back"
    STATEMENT = "statement"
    REFUSAL = "refusal"
    CHECKLIST_ITEM = "checklist-item"
    DIARY_INSTRUCTION = "diary-instruction"
    DIARY_BASELINE = "diary-baseline"
    DIARY_QUESTION = "diary-question"
    DIARY_OPTION = "diary-option"
    DIARY_BLANK = "diary-blank"

    @property
    def note(self) -> str:
        """What the translator is told of such a text."""
        return _NOTES.get(self, self.value)

    @property
    def is_sentence(self) -> bool:
        """Whether it is read as a sentence of what is around it, and not by itself."""
        return self not in _NO_SENTENCES


_BEFORE_A_LIST = "sentence before a list"
_TO_WRITE_ON = "before a line to write on"
_HEAD = "head of a row or a column of a diary; keep it short"
_NOTES = MappingProxyType(
    {
        TextRole.MAIN_MESSAGE: "the one main message",
        TextRole.SUMMARY: "at a glance",
        TextRole.LEAD: _BEFORE_A_LIST,
        TextRole.ITEM: "list item",
        TextRole.ALTERNATIVE: "read out in the place of the picture",
        TextRole.LABEL: "label in a picture; keep it short",
        TextRole.CAPTION: "sentence below a picture",
        TextRole.BLANK: _TO_WRITE_ON,
        TextRole.DANGER_LEAD: _BEFORE_A_LIST,
        TextRole.DANGER_SIGN: "sign of danger",
        TextRole.REFUSAL: "statement of refusal",
        TextRole.CHECKLIST_ITEM: "checklist item",
        TextRole.DIARY_INSTRUCTION: "how to fill in a diary",
        TextRole.DIARY_BASELINE: _HEAD,
        TextRole.DIARY_QUESTION: _HEAD,
        TextRole.DIARY_OPTION: "answer to choose in a diary; keep it short",
        TextRole.DIARY_BLANK: _TO_WRITE_ON,
    }
)
"""What a translator is told; of other roles their names."""

_NO_SENTENCES = frozenset({
    TextRole.TITLE,
    TextRole.SUBTITLE,
    TextRole.HEADING,
    TextRole.ALTERNATIVE,
    TextRole.LABEL,
    TextRole.BLANK,
    TextRole.DIARY_BASELINE,
    TextRole.DIARY_QUESTION,
    TextRole.DIARY_OPTION,
    TextRole.DIARY_BLANK,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class TextNode:
    """One text; a part of a leaflet gives its own with ids and places that begin in it."""

    role: TextRole
    id: tuple[str, ...]
    """The parts of its segment's id, after the leaflet's own."""
    loc: Loc
    """Its place in the file."""
    text: str
    group: tuple[str, ...] = ()
    """The id of the list, box or block in which it stands."""
    key: Loc | None = None
    """The place of the key that is the last part of its id, where the author chose one."""
    written_for: Regions | None = None
    """The regions that are written beside it, and not beside what it is in."""
    variant: Region | None = None
    """The region in which it takes another one's place."""
    regions: frozenset[Region] = EVERYWHERE
    """The regions for which it is printed, all in all."""
    kinds: Kinds = frozenset()
    """The documents that print it."""

    def is_for(self, region: Region | None) -> bool:
        """Whether it is printed for a region; None is a region that is not known."""
        return self.variant is None if region is None else region in self.regions

    def inside(self, name: tuple[str, ...], loc: Loc, kinds: Kinds = frozenset()) -> "TextNode":
        """The same as a text of what is at `loc`, has an id, and is printed by `kinds`."""
        return TextNode(
            self.role,
            (*name, *self.id),
            (*loc, *self.loc),
            self.text,
            (*name, *self.group),
            None if self.key is None else (*loc, *self.key),
            self.written_for,
            self.variant,
            self.regions,
            kinds,
        )

    def only_for(self, regions: Iterable[Region] | None) -> "TextNode":
        """The same in something that is for some regions only; None: for all."""
        if regions is None:
            return self
        return replace(self, regions=self.regions.intersection(regions))
