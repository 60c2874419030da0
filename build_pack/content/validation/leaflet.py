"""A leaflet's ids and repeats."""

from collections.abc import Iterator

from build_pack.content.models.blocks import Block, ItemList, Repeat, Section, own_blocks
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.pictures.drawings import FOLDER
from build_pack.content.validation.coverage import standard_coverage_problems
from build_pack.content.validation.ids import IN_LEAFLETS, duplicate_id_problem
from build_pack.content.yaml.loading import Loaded
from build_pack.content.yaml.nodes import Loc
from build_pack.problems import Problem

CATALOGS_BESIDE = ("ui", "medicines")
"""Catalogs that are not a leaflet's: the words of the templates, and the names of medicines."""
RESERVED_IDS = frozenset({*CATALOGS_BESIDE, FOLDER})
"""Ids whose catalog or whose folder would be another's."""

RESERVED = {"title", "subtitle", "main-message", "disclaimer"} | {
    "summary", "red-flags", "medicine-signs", "consent", "checklist", "diary"
}  # fmt: skip
"""First parts of segment ids that a section of the leaflet cannot take."""
_RESERVED_IN_CONSENT = {"introduction", "teach-back", "statements", "refusal"}


def leaflet_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Ids that stand twice, repeats of nothing, and items of standards that there are not."""
    model = leaflet.model
    blocks = set(own_blocks(model.sections))
    for above, sections in model.all_sections():
        loc, reserved = (*above, "sections"), _RESERVED_IN_CONSENT if above else RESERVED
        yield from _section_ids(leaflet, sections, loc, reserved)
        yield from _repeats_of_nothing(leaflet, sections, loc, blocks)
    for name in sorted({"heading", "lead"} & set(model.red_flags.items)):
        yield duplicate_id_problem(name, leaflet.key_place("red_flags", "items", name), IN_LEAFLETS)
    if (name := "heading") in (model.medicine_signs.groups if model.medicine_signs else ()):
        yield duplicate_id_problem(
            name, leaflet.key_place("medicine_signs", "groups", name), IN_LEAFLETS
        )
    yield from standard_coverage_problems(leaflet)
    if model.id in RESERVED_IDS:
        message = f"“{model.id}” cannot be the id of a leaflet: it is reserved."
        yield Problem("value-invalid", leaflet.place("id"), message, "Choose another id.")
    if model.id != leaflet.source.path.parent.name:
        message = f"The id “{model.id}” differs from the name of the leaflet's folder."
        yield Problem("value-invalid", leaflet.place("id"), message, "Make them the same.")


def _repeats_of_nothing(
    leaflet: Loaded[Leaflet], sections: tuple[Section, ...], loc: Loc, known: set[str]
) -> Iterator[Problem]:
    for number, section in enumerate(sections):
        for index, block in enumerate(section.blocks):
            if isinstance(block, Repeat) and block.of not in known:
                place = leaflet.place(*loc, number, "blocks", index, "of")
                message = f"The leaflet has no block “{block.of}” that could be repeated."
                hint = "Write section.block, as in the leaflet."
                yield Problem("id-unknown", place, message, hint)


def _section_ids(
    leaflet: Loaded[Leaflet], sections: tuple[Section, ...], loc: Loc, reserved: set[str]
) -> Iterator[Problem]:
    seen = set(reserved)
    for number, section in enumerate(sections):
        if section.id in seen:
            yield duplicate_id_problem(section.id, leaflet.place(*loc, number, "id"), IN_LEAFLETS)
        seen.add(section.id)
        inside = {"heading"}
        for index, block in enumerate(section.blocks):
            for name, at in _block_ids(block):
                if name in inside:
                    here = (*loc, number, "blocks", index, *at)
                    place = leaflet.place(*here) if at == ("id",) else leaflet.key_place(*here)
                    yield duplicate_id_problem(name, place, IN_LEAFLETS)
                inside.add(name)


def _block_ids(block: Block) -> Iterator[tuple[str, Loc]]:
    """The ids of a block and of its list items, with their locations in it."""
    if isinstance(block, Repeat):
        return
    yield block.id, ("id",)
    if isinstance(block, ItemList):
        yield from ((name, ("items", name)) for name in block.items)
