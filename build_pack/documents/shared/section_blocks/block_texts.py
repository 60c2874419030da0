"""The texts of one block for the region of the visit, as its kind composes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pack.content.models.text_nodes import TextRole
from build_pack.content.walk import WalkedBlock
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class BlockTexts:
    """What a block says in print, in the order in which it is cited."""

    found: tuple[tuple[TextRole, str, Prose], ...]
    """Each with the last part of its id."""

    def all(self, role: TextRole) -> Mapping[str, Prose]:
        """Those of a role by the last parts of their ids."""
        return {name: prose for one, name, prose in self.found if one is role}

    def first(self, role: TextRole) -> Prose:
        """The one of a role that it always has."""
        return next(iter(self.all(role).values()))

    def optional(self, role: TextRole) -> Prose | None:
        """The one of a role, if it has one."""
        return next(iter(self.all(role).values()), None)


def block_texts(composer: Composer, block: WalkedBlock) -> BlockTexts:
    """The texts of a block that are for the visit's region."""
    return BlockTexts(tuple(_texts(composer, block)))


def _texts(composer: Composer, block: WalkedBlock) -> Iterator[tuple[TextRole, str, Prose]]:
    for node in block.nodes:
        if node.is_for(composer.visit.region):
            yield node.role, node.id[-1], composer.segment(*node.id)
