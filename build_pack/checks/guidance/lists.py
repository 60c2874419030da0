"""Lists: that there are some, that none is too long, and that the checklist is one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_pack.checks.check_types import CheckFault, LeafletReading, LeafletRemark
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.content.walk import walk
from build_pack.problems import Place
from build_pack.translation.segments import segment_id

_MOST = 7
_FEWEST_IN_SUMMARY = 3
_FEWEST_TO_DO = 5
_TO_KEEP_IN_MIND = frozenset({
    TextRole.SUMMARY,
    TextRole.ITEM,
    TextRole.DANGER_SIGN,
    TextRole.TEACH_BACK,
    TextRole.STATEMENT,
    TextRole.CHECKLIST_ITEM,
    TextRole.DIARY_INSTRUCTION,
})  # fmt: skip


def long_lists(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Lists of more items than a reader keeps in mind."""
    for about, place, items in (*_own_lists(reading), *_sign_lists(reading)):
        if len(items) > _MOST:
            message = f"The list “{about}” has {len(items)} items; the maximum is {_MOST}."
            hint = "Split it under two headings, or remove what matters least."
            yield LeafletRemark(CheckFault(message, hint), place, about, "\n".join(items))


_List = tuple[str, Place, tuple[str, ...]]
"""What a list is called, where it stands, and its items."""


def _own_lists(reading: LeafletReading) -> Iterator[_List]:
    """Those that the leaflet has itself."""
    model = reading.leaflet.model
    items = [node for node in walk(model).nodes if node.role in _TO_KEEP_IN_MIND and node.key]
    for loc, found in groupby(items, key=lambda node: (node.key or ())[:-1]):
        nodes = tuple(found)
        about = segment_id(model.id, *nodes[0].group)
        yield about, reading.leaflet.key_place(*loc), tuple(node.text for node in nodes)


def _sign_lists(reading: LeafletReading) -> Iterator[_List]:
    """Those of the library's warning signs in its boxes: a list for each answer."""
    if library := reading.signs:
        for key, names in reading.leaflet.model.named_signs():
            about = segment_id(reading.leaflet.model.id, key.replace("_", "-"))
            for _, chosen in library.by_answer(names):
                texts = tuple(library.signs[name].text for name in chosen)
                yield about, reading.leaflet.key_place(key, "signs"), texts


def no_list(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A leaflet of nothing but paragraphs."""
    model = reading.leaflet.model
    sections = walk(model).sections
    inside = (node for one in sections for block in one.blocks for node in block.nodes)
    if not any(node.role is TextRole.ITEM for node in inside):
        message = "No section of the leaflet has a list."
        hint = "Make a list of steps, of risks or of choices."
        place = reading.leaflet.key_place("sections")
        headings = _lines(section.heading for section in sections)
        yield LeafletRemark(CheckFault(message, hint), place, model.id, headings)


def no_summary(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A summary that holds too little to be one."""
    model = reading.leaflet.model
    if len(model.summary) < _FEWEST_IN_SUMMARY:
        message = (
            f"The summary needs at least {_FEWEST_IN_SUMMARY} points; it has {len(model.summary)}."
        )
        hint = "Say at least what the procedure is, what it can achieve, and when to get help."
        place = reading.leaflet.key_place("summary")
        about = segment_id(model.id, "summary")
        yield LeafletRemark(
            CheckFault(message, hint), place, about, "\n".join(model.summary.values())
        )


def no_tool(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A checklist that is too short to help anyone to act."""
    model = reading.leaflet.model
    if model.checklist is None:
        return
    items = [node for node in walk(model).nodes if node.role is TextRole.CHECKLIST_ITEM]
    if len(items) < _FEWEST_TO_DO:
        message = f"The checklist needs at least {_FEWEST_TO_DO} things to do; it has {len(items)}."
        hint = "List what the patient has to do before, on the day, after and later."
        place = reading.leaflet.key_place("checklist")
        about = segment_id(model.id, "checklist")
        yield LeafletRemark(CheckFault(message, hint), place, about, _lines(items))


def _lines(nodes: Iterable[TextNode]) -> str:
    return "\n".join(node.text for node in nodes)
