"""Drawings beside a leaflet: SVG files, and where in them the lines end that lead to labels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from build_pack.content.pictures.svg import SvgError, checked_svg
from build_pack.content.pictures.svg_elements import SvgFault
from build_pack.content.pictures.svg_limits import SVG
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized, memoized_by_content
from build_pack.storage.text_files import read_bytes
from build_pack.text.xml_parser import Element

FOLDER = "figures"
"""Where drawings lie: of a leaflet, beside its leaflet.yaml; for all, beside the leaflets."""
LEADER = "label-"
"""With what the id of a line begins that leads to a label."""
_EDGE = 2.0
"""Hundredths of the drawing within which a line reaches its edge."""
_NUMBERS = 4


class LabelSide(StrEnum):
    """Where a label stands; left and right are the drawing's, in every writing direction."""

    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class LabelLineEnd:
    """The outer end of a line, in hundredths of the drawing from its upper left corner."""

    x: float
    y: float
    place: Place

    @property
    def side(self) -> LabelSide | None:
        """The edge that it reaches; None if it reaches none at which labels stand."""
        if self.y >= 100 - _EDGE:
            return LabelSide.BELOW
        if self.x <= _EDGE:
            return LabelSide.LEFT
        return LabelSide.RIGHT if self.x >= 100 - _EDGE else None


@dataclass(frozen=True, slots=True)
class LeafletDrawing:
    """One file, as it is printed and as it is signed."""

    name: str
    path: Path
    svg: bytes = field(repr=False)
    ends: Mapping[str, LabelLineEnd]
    """By label."""

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return sha256(self.svg).hexdigest()


@memoized
def load_drawings(*folders: Path) -> tuple[LeafletDrawing, ...]:
    """The drawings in some folders, by name, or `ProblemsError` with all faults.

    Of two with one name, the one in the earlier folder is taken.
    """
    drawings, problems = [], []
    paths = {path.name: path for folder in reversed(folders) for path in folder.glob("*.svg")}
    for _, path in sorted(paths.items()):
        try:
            drawings.append(_read(path))
        except SvgError as error:
            problems += [
                Problem("drawing-invalid", Place(path, fault.line), fault.message, fault.hint)
                for fault in error.faults
            ]
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return tuple(drawings)


@memoized_by_content
def _read(path: Path) -> LeafletDrawing:
    svg = read_bytes(path)
    root = checked_svg(path.name, svg)
    left, top, width, height = _view(path, root)
    ends = {}
    for name, points in _leaders(path, root, svg):
        placed = [((x - left) * 100 / width, (y - top) * 100 / height) for x, y in points]
        x, y = min(placed, key=lambda at: min(at[0], 100 - at[0], 100 - at[1]))
        ends[name] = LabelLineEnd(x, y, _place(path, svg, name))
    return LeafletDrawing(path.stem, path, svg, ends)


def _view(path: Path, root: Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of what a drawing shows, in its own units."""
    numbers = _numbers(root.get("viewBox", ""))
    if len(numbers) != _NUMBERS or min(numbers[2:]) <= 0:
        hint = 'Export it with a viewBox of four numbers, such as viewBox="0 0 680 640".'
        message = f"{path.name} has no viewBox."
        raise SvgError(SvgFault(message, hint))
    left, top, width, height = numbers
    return left, top, width, height


def _leaders(
    path: Path, root: Element, svg: bytes
) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Each line that leads to a label, with its two ends; `ProblemsError` for another shape."""
    moved = {id(e) for above in root.iter() if above.get("transform") for e in above.iter()}
    for element in root.iter():
        name = element.get("id", "")
        if not name.startswith(LEADER):
            continue
        numbers = _numbers(" ".join(element.get(key, "") for key in ("x1", "y1", "x2", "y2")))
        if element.tag != f"{SVG}line" or len(numbers) != _NUMBERS or id(element) in moved:
            message = f"“{name}” is not a straight line between two points."
            hint = "Draw it as <line x1=… y1=… x2=… y2=…>, without a transform on it or around it."
            place = _place(path, svg, name.removeprefix(LEADER))
            raise ProblemsError([Problem("drawing-invalid", place, message, hint)])
        yield name.removeprefix(LEADER), [(numbers[0], numbers[1]), (numbers[2], numbers[3])]


def _numbers(text: str) -> list[float]:
    """The numbers of an attribute; none if one of them is not a number."""
    try:
        return [float(part) for part in text.replace(",", " ").split()]
    except ValueError:
        return []


def _place(path: Path, svg: bytes, label: str) -> Place:
    """The line of the file in which a label's line stands."""
    at = max(svg.find(f'"{LEADER}{label}"'.encode()), svg.find(f"'{LEADER}{label}'".encode()), 0)
    return Place(path, svg.count(b"\n", 0, at) + 1)
