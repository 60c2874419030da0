"""A leaflet's ids and repeats, the questions of its diary, and the parts that consent asks for."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from build_pack.content.library import Library
from build_pack.content.models.consent_standards import ITEMS
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.text_nodes import TextNode
from build_pack.content.pictures.drawings import FOLDER
from build_pack.content.validation.ids import IN_LEAFLETS, duplicate_id_problem, suggestion_hint
from build_pack.content.walk import WalkedBlock, WalkedSection, walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem, ProblemsError
from build_pack.storage.text_files import read_bytes

CATALOGS_BESIDE = ("ui", "medicines", "warning-signs")
"""Catalogs that are no leaflet's: words of the templates, names of medicines, warning signs."""
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


def diary_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Questions that have one id, and citations."""
    diary = leaflet.model.diary
    if diary is None:
        return
    seen: set[str] = set()
    for index, question in enumerate(diary.questions):
        if question.id in seen:
            hint = "Give each question of the diary an id of its own."
            yield duplicate_id_problem(
                question.id, leaflet.place("diary", "questions", index, "id"), hint
            )
        seen.add(question.id)
    for node in walk(leaflet.model).nodes:
        if node.id[0] == "diary" and "[@" in node.text:
            message = "A diary has no list of references, so its texts cannot cite any."
            hint = "Remove the citation, and cite the source in a section of the leaflet."
            yield Problem("value-invalid", leaflet.place(*node.loc), message, hint)


_HINT = "See docs/standards.md for the items."


def standard_coverage_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Items that no standard has."""
    consent = leaflet.model.consent
    if consent is None:
        return
    for loc, _part, items in consent.answers():
        yield from _unknown(leaflet, items, ("consent", *loc))
    for name in consent.not_covered:
        yield from _problem(name, leaflet.key_place("consent", "not_covered", name))


def _unknown(leaflet: Loaded[Leaflet], items: tuple[str, ...], loc: Loc) -> Iterator[Problem]:
    for index, name in enumerate(items):
        yield from _problem(name, leaflet.place(*loc, index))


def _problem(name: str, place: Place) -> Iterator[Problem]:
    if name not in ITEMS:
        message = f"“{name}” is not an item of the standards of consent."
        yield Problem("id-unknown", place, message, suggestion_hint(name, ITEMS, _HINT))


_CODE = re.compile(r"^code: *[\"']?([A-Z0-9]+)", re.MULTILINE)


def leaflet_codes(library: Library) -> Iterator[tuple[str, str]]:
    """The id and the code of each leaflet, of those too that have faults."""
    for name in library.leaflet_ids():
        path = library.leaflet_folder(name) / "leaflet.yaml"
        with suppress(ProblemsError):  # told where this leaflet is read
            if found := _CODE.search(read_bytes(path).decode(errors="replace")):
                yield name, found[1]


def leaflet_code_problems(leaflet: Loaded[Leaflet], library: Library) -> Iterator[Problem]:
    """A code that another leaflet has as well."""
    model = leaflet.model
    for name, code in leaflet_codes(library):
        if code == model.code and name != model.id:
            hint = f"Give this leaflet another code: “{name}” already uses it."
            yield duplicate_id_problem(code, leaflet.place("code"), hint)
