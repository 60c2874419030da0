"""A leaflet's figures held against their drawings: a line for each label, where it can stand."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from build_pack.content.inline_markup import Citation, MarkedWords, MarkupError, parse
from build_pack.content.models.blocks.chance import Chance
from build_pack.content.models.blocks.figure import ALTERNATIVE, OWN_TEXTS, Figure, Picture
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.pictures.drawings import (
    FOLDER,
    LEADER,
    LabelLineEnd,
    LabelSide,
    LeafletDrawing,
)
from build_pack.content.validation.ids import duplicate_id_problem
from build_pack.content.walk import walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem

STEP = 5
"""Labels at a side are at each so many hundredths of the drawing's height."""
_APART = 20
"""Hundredths between two labels at one side: room for two lines of large print."""
_OFF = 1.0
"""Hundredths by which a line may miss its place: nobody sees less than a millimetre."""
_OFF_BELOW = 3.0


def figure_problems(
    leaflet: Loaded[Leaflet], drawings: tuple[LeafletDrawing, ...]
) -> Iterator[Problem]:
    """Drawings that are not there or not used, and labels and lines that do not match."""
    known = {drawing.name: drawing for drawing in drawings}
    used = set()
    for loc, figure in walk(leaflet.model).of_kind(Figure):
        for one in figure.pictures():
            used.add(one.value.drawing)
            drawing = known.get(one.value.drawing)
            yield from _picture(leaflet, (*loc, *one.loc), one.value, drawing)
    yield from _unused(leaflet.source.path.parent / FOLDER, used)


def _picture(
    leaflet: Loaded[Leaflet], loc: Loc, picture: Picture, drawing: LeafletDrawing | None
) -> Iterator[Problem]:
    yield from _marked(picture.alternative, leaflet.place(*loc, ALTERNATIVE))
    for name in sorted(set(OWN_TEXTS) & set(picture.labels)):
        hint = f"A label cannot have the id {' or '.join(OWN_TEXTS)}."
        yield duplicate_id_problem(name, leaflet.key_place(*loc, "labels", name), hint)
    if drawing:
        yield from _unmatched(leaflet, loc, picture, drawing)
        yield from _misplaced(drawing)
    else:
        yield _no_drawing(picture.drawing, leaflet.place(*loc, "drawing"))


def _marked(alternative: str, place: Place) -> Iterator[Problem]:
    if set(alternative) & set("[]{}*"):
        message = "The alternative text of a picture contains markup."
        hint = "Write it without brackets and asterisks; put sources in the caption."
        yield Problem("markup-invalid", place, message, hint)


def _no_drawing(name: str, place: Place) -> Problem:
    message = (
        f"There is no drawing {FOLDER}/{name}.svg, neither of the leaflet nor for all leaflets."
    )
    return Problem("file-missing", place, message, "Add the drawing, or correct the name.")


def _unused(folder: Path, used: set[str]) -> Iterator[Problem]:
    names = {f"{name}.svg" for name in used}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in names:
            message = "This file is not used by any figure of the leaflet."
            hint = "Add a block of the type figure that names it, or delete the file."
            yield Problem("file-unused", Place(path), message, hint)


def _unmatched(
    leaflet: Loaded[Leaflet], loc: Loc, picture: Picture, drawing: LeafletDrawing
) -> Iterator[Problem]:
    for name in picture.labels:
        if name not in drawing.ends:
            place = leaflet.key_place(*loc, "labels", name)
            message = f"{drawing.path.name} has no line “{LEADER}{name}”."
            hint = "Draw a line with this id from the part to an edge, or remove the label."
            yield Problem("drawing-invalid", place, message, hint)
    for name, end in drawing.ends.items():
        if name not in picture.labels:
            message = f"The line “{LEADER}{name}” has no label."
            hint = f"Add “{name}: …” under “labels” of the figure, or remove the line."
            yield Problem("drawing-invalid", end.place, message, hint)


def _misplaced(drawing: LeafletDrawing) -> Iterator[Problem]:
    sides = {name: end.side for name, end in drawing.ends.items()}
    for name, side in sides.items():
        if side is None:
            message = f"The line “{LEADER}{name}” does not end at an edge that has labels."
            hint = "Draw it to the left, right or lower edge of the drawing."
            yield Problem("drawing-invalid", drawing.ends[name].place, message, hint)
    if None in sides.values():
        return
    if set(sides.values()) == {LabelSide.BELOW}:
        yield from _below(drawing)
    elif LabelSide.BELOW in sides.values():
        name = next(name for name, side in sides.items() if side is LabelSide.BELOW)
        message = "Some lines end at the lower edge, and others at the sides."
        hint = "Let all of them end at the lower edge, or all of them at the sides."
        yield Problem("drawing-invalid", drawing.ends[name].place, message, hint)
    else:
        yield from _beside(drawing)


def _below(drawing: LeafletDrawing) -> Iterator[Problem]:
    """Labels below are in columns of equal width."""
    ends = sorted(drawing.ends.items(), key=lambda item: item[1].x)
    for number, (name, end) in enumerate(ends):
        right = 100 * (number + 0.5) / len(ends)
        if abs(end.x - right) > _OFF_BELOW:
            message = f"The line “{LEADER}{name}” ends at {end.x:.0f} % of the width."
            hint = f"Its label is centred in a column: end it at {right:.1f} %."
            yield Problem("drawing-invalid", end.place, message, hint)


def _beside(drawing: LeafletDrawing) -> Iterator[Problem]:
    for side in (LabelSide.LEFT, LabelSide.RIGHT):
        ends = [(name, end) for name, end in drawing.ends.items() if end.side is side]
        ends.sort(key=lambda item: item[1].y)
        for name, end in ends:
            if abs(end.y - height(end)) > _OFF:
                message = f"The line “{LEADER}{name}” ends at {end.y:.0f} % of the height."
                hint = f"Labels are placed every {STEP} %: end it at {height(end)} %."
                yield Problem("drawing-invalid", end.place, message, hint)
        for (one, upper), (two, lower) in pairwise(ends):
            if height(lower) - height(upper) < _APART:
                message = f"The labels “{one}” and “{two}” are too close to each other."
                hint = f"End their lines at least {_APART} % of the height apart."
                yield Problem("drawing-invalid", lower.place, message, hint)


def height(end: LabelLineEnd) -> int:
    """Where a label at a side stands: the nearest step, not at the very top or bottom."""
    return min(max(STEP * round(end.y / STEP), 2 * STEP), 100 - 2 * STEP)


_NUMBER = re.compile(r"\d+(?:,\d{3})*")


def chance_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """A chance without a source, one that says other numbers, and a second number of people."""
    found = tuple(walk(leaflet.model).of_kind(Chance))
    for loc, chance in found:
        yield from _unsaid(chance, leaflet.place(*loc, "text"))
        first = found[0][1].of
        if chance.of != first:
            message = f"This chance is out of {chance.of}, but the first one is out of {first}."
            hint = f"Give each chance out of {first}: otherwise patients cannot compare them."
            yield Problem("chance-invalid", leaflet.place(*loc, "of"), message, hint)


def _unsaid(chance: Chance, place: Place) -> Iterator[Problem]:
    try:
        runs = parse(chance.text)
    except MarkupError:
        return  # told already
    if not any(isinstance(run, Citation) for run in runs):
        hint = "Cite the source of the number as [@key], or remove the chance."
        yield Problem("chance-invalid", place, "The chance has no source.", hint)
    words = "".join(run.text for run in runs if isinstance(run, MarkedWords))
    said = {int(number.replace(",", "")) for number in _NUMBER.findall(words)}
    for number in sorted({chance.people, chance.of} - said):
        message = f"The text does not contain the number {number}."
        hint = f"Write both numbers in digits, such as “{chance.people} in {chance.of} people”."
        yield Problem("chance-invalid", place, message, hint)
