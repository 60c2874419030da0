"""Signs of danger: those of the procedure, and those of changed medicines."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from build_pack.content.models.base import Id, Model, Text
from build_pack.content.models.items import Items, item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole


class RedFlags(Model):
    """Signs that call for help at once: printed in a box with the emergency number."""

    heading: Text
    lead: Text
    items: Items

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
        yield TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
        yield TextNode(TextRole.DANGER_LEAD, ("lead",), ("lead",), self.lead)
        yield from item_texts(TextRole.DANGER_SIGN, self.items, ("items",))


class Signs(Model):
    """Signs of one kind of harm, such as bleeding."""

    lead: Text
    items: Items

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order; the lead has the id of the whole."""
        yield TextNode(TextRole.DANGER_LEAD, (), ("lead",), self.lead, (), ())
        yield from item_texts(TextRole.DANGER_SIGN, self.items, ("items",))


class MedicineSigns(Model):
    """Signs that something is wrong when medicines are changed; printed on the medicine sheet."""

    heading: Text
    groups: Annotated[
        dict[Id, Signs], Field(min_length=1, json_schema_extra={"additionalProperties": False})
    ]

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
        yield TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
        for name, group in self.groups.items():
            yield from (text.inside((name,), ("groups", name)) for text in group.texts())
