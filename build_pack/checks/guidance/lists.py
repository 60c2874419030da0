"""Lists: that there are some, that none is too long, and that the checklist is one."""

from collections.abc import Iterator, Mapping

from build_pack.checks.check_types import CheckFault, LeafletReading, LeafletRemark
from build_pack.content.models.blocks import ItemList, Section
from build_pack.content.models.items import RegionalItem, words_of
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.nodes import Loc
from build_pack.translation.segments import segment_id

_MOST = 7
_FEWEST_IN_SUMMARY = 3
_FEWEST_TO_DO = 5
_STAGES = ("before", "day", "after", "later")

_List = tuple[tuple[str, ...], Loc, Mapping[str, str | RegionalItem]]


def long_lists(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Lists of more items than a reader keeps in mind."""
    model = reading.leaflet.model
    for name, loc, items in _lists(model):
        if len(items) > _MOST:
            about = segment_id(model.id, *name)
            message = f"The list “{about}” has {len(items)} items; the maximum is {_MOST}."
            hint = "Split it under two headings, or remove what matters least."
            place = reading.leaflet.key_place(*loc)
            yield LeafletRemark(
                CheckFault(message, hint), place, about, "\n".join(words_of(items).values())
            )


def no_list(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A leaflet of nothing but paragraphs."""
    model = reading.leaflet.model
    if not any(isinstance(block, ItemList) for one in model.sections for block in one.blocks):
        message = "No section of the leaflet has a list."
        hint = "Make a list of steps, of risks or of choices."
        place = reading.leaflet.key_place("sections")
        headings = "\n".join(section.heading for section in model.sections)
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
    texts = [
        text for stage in _STAGES for text in words_of(getattr(model.checklist, stage)).values()
    ]
    if len(texts) < _FEWEST_TO_DO:
        message = f"The checklist needs at least {_FEWEST_TO_DO} things to do; it has {len(texts)}."
        hint = "List what the patient has to do before, on the day, after and later."
        place = reading.leaflet.key_place("checklist")
        about = segment_id(model.id, "checklist")
        yield LeafletRemark(CheckFault(message, hint), place, about, "\n".join(texts))


def _lists(model: Leaflet) -> Iterator[_List]:
    yield ("summary",), ("summary",), model.summary
    yield ("red-flags",), ("red_flags", "items"), model.red_flags.items
    for name, group in (model.medicine_signs.groups if model.medicine_signs else {}).items():
        yield ("medicine-signs", name), ("medicine_signs", "groups", name, "items"), group.items
    for above, sections in model.all_sections():
        yield from _in_sections(above, (*above, "sections"), sections)
    if consent := model.consent:
        yield ("consent", "teach-back"), ("consent", "teach_back"), consent.teach_back
        yield ("consent", "statements"), ("consent", "statements"), consent.statements
    for stage in _STAGES if model.checklist else ():
        yield ("checklist", stage), ("checklist", stage), getattr(model.checklist, stage)
    if diary := model.diary:
        yield ("diary", "instructions"), ("diary", "instructions"), diary.instructions


def _in_sections(name: tuple[str, ...], loc: Loc, sections: tuple[Section, ...]) -> Iterator[_List]:
    for number, section in enumerate(sections):
        for index, block in enumerate(section.blocks):
            if isinstance(block, ItemList):
                here = (*loc, number, "blocks", index, "items")
                yield (*name, section.id, block.id), here, block.items
