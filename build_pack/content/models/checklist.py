"""The checklist: things to do, by when they are done."""

from collections.abc import Iterator
from enum import StrEnum

from build_pack.content.models.base import Model, Text
from build_pack.content.models.items import Items, item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole


class Stage(StrEnum):
    """The parts of the checklist."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"
    LATER = "later"


class Checklist(Model):
    """Things to do, with a tick box each."""

    introduction: Text
    before: Items
    day: Items
    after: Items
    later: Items

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
        here = ("introduction",)
        yield TextNode(TextRole.INTRODUCTION, here, here, self.introduction)
        for stage in (one.value for one in Stage):
            items = item_texts(TextRole.CHECKLIST_ITEM, getattr(self, stage))
            yield from (item.inside((stage,), (stage,)) for item in items)
