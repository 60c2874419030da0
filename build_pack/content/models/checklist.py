"""The checklist: things to do, by when they are done."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Discriminator, Field, StringConstraints, Tag

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Model, Text
from build_pack.content.models.items import item_texts
from build_pack.content.models.regions import Regional
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.text.patterns import ANSWERED_BY


class Stage(StrEnum):
    """The parts of the checklist."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"
    LATER = "later"


class LeafletTask(Regional):
    """A line of a leaflet's checklist of which more is to be said than its text."""

    text: Text
    answered_by: Annotated[str, StringConstraints(pattern=ANSWERED_BY)] | None = None
    """The key of clinic.yaml that answers it; where the clinic does, it is not printed."""
    dont: Annotated[bool, Field(strict=True)] = False
    """Whether it says what not to do: it has a cross and no box to tick."""


Task = Annotated[
    Annotated[Text, Tag("text")] | Annotated[LeafletTask, Tag("task")],
    Discriminator(lambda value: "text" if isinstance(value, str | int | None) else "task"),
]
"""A text, or a text and what else is to be said of it."""

Tasks = Annotated[
    dict[Id, Task],
    Field(
        min_length=1,
        description="Lines by stable id, in print order.",
        json_schema_extra=NO_OTHER_KEYS,
    ),
]


class Checklist(Model):
    """Things to do, with a tick box each."""

    introduction: Text
    before: Tasks
    day: Tasks
    after: Tasks
    later: Tasks

    def task(self, stage: Stage, name: str) -> LeafletTask:
        """The line of a stage with an id."""
        found: str | LeafletTask = getattr(self, stage)[name]
        return LeafletTask(text=found) if isinstance(found, str) else found

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
        here = ("introduction",)
        yield TextNode(TextRole.INTRODUCTION, here, here, self.introduction)
        for stage in (one.value for one in Stage):
            items = item_texts(TextRole.CHECKLIST_ITEM, getattr(self, stage))
            yield from (item.inside((stage,), (stage,)) for item in items)
