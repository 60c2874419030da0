"""Arabic letters each made one glyph, so that a PDF can say which letter it is.

Noto Sans Arabic sets a dotted letter as a bare shape and, apart, its dots, which other letters
share. A PDF maps each glyph to one text, so that WeasyPrint's would be read out and copied with
wrong letters. Here each shape that a dotted letter takes becomes a glyph of its own, dots and all.

Marks above such a letter, as vowel signs are, are where they would above its dots. What the font
does to keep the dots of neighbours apart, it does not do any more.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

_BASE, _MARK = 1, 3
"""Classes in the table GDEF: of letters, and of what is placed on them."""
_ONE_FOR_ONE = (1, 2)
"""Types of lookups in GSUB that put a glyph in another's place."""
_ON_BASE, _ON_MARK = 4, 6
"""Types of lookups in GPOS that place a mark."""
_JOINED = ("init", "medi")

Point = tuple[int, int]


@dataclass(frozen=True)
class _GlyphShape:
    """One shape of a letter: the bare one, and the dots that belong to it."""

    letter: str
    bare: str
    dots: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.bare}.{self.letter}"


def make_arabic_glyphs(font: Any) -> None:
    """Give each letter that the font takes apart shapes of its own, in place."""
    anchors = _GlyphAnchors(font)
    shapes = list({shape.name: shape for shape in _shapes(font, anchors)}.values())
    bare: dict[str, list[_GlyphShape]] = {}
    for shape in shapes:
        bare.setdefault(shape.bare, []).append(shape)
    font.setGlyphOrder([*font.getGlyphOrder(), *(shape.name for shape in shapes)])
    for shape in shapes:
        _draw(font, shape, anchors)
    for table in _subtables(font["GSUB"].table):
        _substitute(font, table, bare)
    for table in _subtables(font["GPOS"].table):
        if table.LookupType == _ON_BASE:
            _carry_marks(font, table, bare, anchors)
    _keep_whole(font, bare)


class _GlyphAnchors:
    """Where the glyphs of a font hold its marks, before anything is changed."""

    def __init__(self, font: Any) -> None:
        self._tables = [
            (table.LookupType, *_parts(table))
            for table in _subtables(font["GPOS"].table)
            if table.LookupType in {_ON_BASE, _ON_MARK}
        ]

    def between(self, kind: int, under: str, mark: str) -> tuple[Point, Point] | None:
        """Where a glyph contains a mark, and where the mark is held."""
        for of_kind, marks, holders in self._tables:
            if of_kind == kind and mark in marks and under in holders:
                number, held = marks[mark]
                if holds := holders[under][number]:
                    return holds, held
        return None

    def places(self, shape: _GlyphShape) -> tuple[Point, ...] | None:
        """How far each dot is moved from its own origin; None if the font does not say."""
        found: list[Point] = []
        for number, dot in enumerate(shape.dots):
            anchors = self.between(_ON_BASE, shape.bare, dot)
            start = (0, 0)
            if number and (stacked := self.between(_ON_MARK, shape.dots[number - 1], dot)):
                anchors, start = stacked, found[-1]
            if anchors is None:
                return None
            (on_x, on_y), (own_x, own_y) = anchors
            found.append((start[0] + on_x - own_x, start[1] + on_y - own_y))
        return tuple(found)


def _parts(table: Any) -> tuple[dict[str, tuple[int, Point]], dict[str, list[Point | None]]]:
    """The marks of a lookup, and the glyphs that hold them with their anchors by class."""
    if table.LookupType == _ON_BASE:
        marks, records = table.MarkCoverage, table.MarkArray.MarkRecord
        holders = table.BaseCoverage.glyphs
        held = [record.BaseAnchor for record in table.BaseArray.BaseRecord]
    else:
        marks, records = table.Mark1Coverage, table.Mark1Array.MarkRecord
        holders = table.Mark2Coverage.glyphs
        held = [record.Mark2Anchor for record in table.Mark2Array.Mark2Record]
    own = {
        mark: (record.Class, _point(record.MarkAnchor))
        for mark, record in zip(marks.glyphs, records, strict=True)
    }
    anchors = [[_point(one) if one else None for one in anchors] for anchors in held]
    return own, dict(zip(holders, anchors, strict=True))


def _point(anchor: Any) -> Point:
    return anchor.XCoordinate, anchor.YCoordinate


def _subtables(table: Any) -> Iterator[Any]:
    for lookup in table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def _of_feature(font: Any, *tags: str) -> Iterator[Any]:
    table = font["GSUB"].table
    indices = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in tags
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(indices):
        for subtable in table.LookupList.Lookup[index].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def _mapping(subtable: Any) -> dict[str, list[str]]:
    """What a lookup of one glyph for another puts in whose place; empty for all other lookups."""
    if subtable.LookupType not in _ONE_FOR_ONE:
        return {}
    pairs = subtable.mapping.items()
    return {one: [into] if isinstance(into, str) else list(into) for one, into in pairs}


def _taken_apart(font: Any) -> Iterator[tuple[str, str, list[str]]]:
    """Letters by name, each with a bare shape and its dots; some at one place only, as kaf."""
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    letters = set(font.getBestCmap().values())
    for table in _subtables(font["GSUB"].table):
        for letter, (bare, *dots) in _mapping(table).items():
            if letter in letters and dots and all(classes.get(dot) == _MARK for dot in dots):
                yield letter, bare, dots


def _shapes(font: Any, anchors: _GlyphAnchors) -> Iterator[_GlyphShape]:
    """Every shape of every such letter for which the font says where the dots go."""
    into: dict[str, set[str]] = {}
    for table in _subtables(font["GSUB"].table):
        for one, others in _mapping(table).items():
            into.setdefault(one, set()).update(others[:1] if len(others) == 1 else ())
    joined = {
        one: to for table in _of_feature(font, *_JOINED) for one, to in _mapping(table).items()
    }
    for letter, bare, dots in _taken_apart(font):
        found = []
        for name in sorted(_reached(bare, into)):
            inside = any(f".{tag}" in name for tag in _JOINED)
            own = (joined.get(dot, [dot])[0] if inside else dot for dot in dots)
            found.append(_GlyphShape(letter, name, tuple(own)))
        placed = [shape for shape in found if anchors.places(shape) is not None]
        if any(shape.bare == bare for shape in placed):
            yield from placed


def _reached(start: str, into: dict[str, set[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        more = into.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def _draw(font: Any, shape: _GlyphShape, anchors: _GlyphAnchors) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    glyphs = font["glyf"]
    pen = TTGlyphPen(glyphs)
    pen.addComponent(shape.bare, (1, 0, 0, 1, 0, 0))
    for dot, (x, y) in zip(shape.dots, anchors.places(shape) or (), strict=True):
        pen.addComponent(dot, (1, 0, 0, 1, x, y))
    glyph = pen.glyph()
    glyphs.glyphs[shape.name] = glyph
    glyph.recalcBounds(glyphs)
    advance, _ = font["hmtx"][shape.bare]
    font["hmtx"][shape.name] = (advance, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[shape.name] = _BASE


def _substitute(font: Any, table: Any, bare: dict[str, list[_GlyphShape]]) -> None:
    """Have a lookup do to the shapes what it does to the bare ones."""
    for one, into in _mapping(table).items():
        for shape in bare.get(one, ()):
            own = [_own(name, shape.letter, bare) for name in into]
            table.mapping[shape.name] = own[0] if table.LookupType == 1 else own
    for name in ("InputCoverage", "BacktrackCoverage", "LookAheadCoverage", "Coverage"):
        found = getattr(table, name, None)
        for coverage in found if isinstance(found, list) else []:
            more = (shape.name for one in coverage.glyphs for shape in bare.get(one, ()))
            coverage.glyphs += sorted(more, key=font.getGlyphID)


def _own(name: str, letter: str, bare: dict[str, list[_GlyphShape]]) -> str:
    """A letter's own shape of this name, if it has one."""
    return next((one.name for one in bare.get(name, ()) if one.letter == letter), name)


def _carry_marks(
    font: Any, table: Any, bare: dict[str, list[_GlyphShape]], anchors: _GlyphAnchors
) -> None:
    """Have the shapes hold further marks: at their dots, else where the bare shape holds them."""
    records = dict(zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True))
    more = [shape for name in records for shape in bare.get(name, ())]
    for shape in sorted(more, key=lambda one: font.getGlyphID(one.name)):
        record = deepcopy(records[shape.bare])
        _raise(table, record, shape, anchors)
        table.BaseCoverage.glyphs.append(shape.name)
        table.BaseArray.BaseRecord.append(record)


def _raise(table: Any, record: Any, shape: _GlyphShape, anchors: _GlyphAnchors) -> None:
    places = anchors.places(shape) or ()
    for mark, held in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
        anchor = record.BaseAnchor[held.Class]
        for dot, (x, y) in zip(shape.dots, places, strict=True):
            found = anchors.between(_ON_MARK, dot, mark)
            if found and anchor is not None:
                anchor.XCoordinate, anchor.YCoordinate = found[0][0] + x, found[0][1] + y


def _keep_whole(font: Any, bare: dict[str, list[_GlyphShape]]) -> None:
    """Have a letter become its own shape wherever it became a bare one and its dots."""
    for table in _subtables(font["GSUB"].table):
        for letter, (name, *dots) in _mapping(table).items():
            if dots and (own := _own(name, letter, bare)) != name:
                table.mapping[letter] = [own]
