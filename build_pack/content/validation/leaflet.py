"""A leaflet's ids and repeats."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.text_nodes import TextNode
from build_pack.content.pictures.drawings import FOLDER
from build_pack.content.validation.consent_coverage import standard_coverage_problems
from build_pack.content.validation.ids import IN_LEAFLETS, duplicate_id_problem
from build_pack.content.walk import WalkedBlock, WalkedSection, walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem

CATALOGS_BESIDE = ("ui", "medicines")
"""Catalogs that are not a leaflet's: the words of the templates, and the names of medicines."""
RESERVED_IDS = frozenset({*CATALOGS_BESIDE, FOLDER})
"""Ids whose catalog or whose folder would be another's."""

RESERVED = {"title", "subtitle", "main-message", "disclaimer"} | {
    "summary", "red-flags", "medicine-signs", "consent", "checklist", "diary"
}  # fmt: skip
"""First parts of segment ids that a section of the leaflet cannot take."""
_RESERVED_IN_CONSENT = {"introduction", "teach-back", "statements", "refusal"}
_WITH_SIGNS = {"red-flags", "medicine-signs"}


def leaflet_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Ids that appear twice, repeats of nothing, and items of standards that there are not."""
    model = leaflet.model
    walked = walk(model)
    yield from _section_ids(leaflet, walked.sections, RESERVED)
    yield from _section_ids(leaflet, walked.consent_sections, _RESERVED_IN_CONSENT)
    yield from _repeats_of_nothing(leaflet, walked.blocks())
    yield from _ids_of_signs(leaflet, walked.nodes)
    yield from standard_coverage_problems(leaflet)
    if model.id in RESERVED_IDS:
        message = f"“{model.id}” cannot be the id of a leaflet: it is reserved."
        yield Problem("value-invalid", leaflet.place("id"), message, "Choose another id.")
    if model.id != leaflet.source.path.parent.name:
        message = f"The id “{model.id}” differs from the name of the leaflet's folder."
        yield Problem("value-invalid", leaflet.place("id"), message, "Make them the same.")


def _ids_of_signs(leaflet: Loaded[Leaflet], nodes: tuple[TextNode, ...]) -> Iterator[Problem]:
    """Signs of danger, and kinds of harm, with ids of what is above them."""
    taken = {node.id for node in nodes if node.key is None}
    for node in nodes:
        if node.key and node.id[0] in _WITH_SIGNS and node.id in taken:
            yield duplicate_id_problem(node.id[-1], leaflet.key_place(*node.key), IN_LEAFLETS)


def _repeats_of_nothing(
    leaflet: Loaded[Leaflet], blocks: Iterable[WalkedBlock]
) -> Iterator[Problem]:
    for block in blocks:
        if block.block is None:
            message = f"The leaflet has no block “{'.'.join(block.id)}” that could be repeated."
            hint = "Write section.block, as in the leaflet."
            yield Problem("id-unknown", leaflet.place(*block.loc, "of"), message, hint)


def _section_ids(
    leaflet: Loaded[Leaflet], sections: tuple[WalkedSection, ...], reserved: Iterable[str]
) -> Iterator[Problem]:
    seen = set(reserved)
    for section in sections:
        name = section.id[-1]
        if name in seen:
            yield duplicate_id_problem(name, leaflet.place(*section.loc, "id"), IN_LEAFLETS)
        seen.add(name)
        inside = {"heading"}
        for name, place in _ids_inside(leaflet, section):
            if name in inside:
                yield duplicate_id_problem(name, place, IN_LEAFLETS)
            inside.add(name)


def _ids_inside(leaflet: Loaded[Leaflet], section: WalkedSection) -> Iterator[tuple[str, Place]]:
    """The ids of a section's blocks and of their list items, with where they stand."""
    for block in section.blocks:
        if not block.repeats:
            yield block.id[-1], leaflet.place(*block.loc, "id")
            for node in block.nodes:
                if node.key and node.id[:-1] == section.id:
                    yield node.id[-1], leaflet.key_place(*node.key)
