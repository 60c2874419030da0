"""Small drawings with lines to labels, and a leaflet with a figure, for tests to break."""

from pathlib import Path

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import Loaded, load
from tests.content.samples import LEAFLET

LINES = {"bone": "40 20 0 20", "disc": "40 60 0 60", "needle": "50 50 100 50"}
"""Lines of a drawing of 100 by 100 units: two labels on the left, one on the right."""
FIGURE = """\
      - type: figure
        id: place
        drawing: joint
        alternative: A needle beside a joint.
        labels:
          bone: Bone
          disc: Disc
          needle: Needle
        caption: Seen from the side.
"""
CHANCE = """\
      - type: chance
        id: {id}
        people: {people}
        of: {of}
        text: {text}
"""


def svg(lines: dict[str, str] | None = None, inside: str = "", view: str = "0 0 100 100") -> str:
    """A drawing with these lines, a line of the file each, from the second one on."""
    drawn = "\n".join(
        '<line id="label-{}" x1="{}" y1="{}" x2="{}" y2="{}"/>'.format(name, *points.split())
        for name, points in (LINES if lines is None else lines).items()
    )
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
    return f"{root}\n{drawn}\n{inside}</svg>\n"


def chance(people: int = 3, of: int = 100, text: str = "", name: str = "pain") -> str:
    """A chance as a block of a section."""
    said = text or f"About {people} in {of} people have pain [@who-2020]."
    return CHANCE.format(id=name, people=people, of=of, text=said)


def leaflet_with(folder: Path, blocks: str, **drawings: str) -> Loaded[Leaflet]:
    """The sample leaflet with more blocks in its one section, and drawings beside it."""
    path = folder / "nerve" / "leaflet.yaml"
    (path.parent / "figures").mkdir(parents=True)
    path.write_text(LEAFLET.replace("red_flags:", f"{blocks}red_flags:", 1), encoding="utf-8")
    for name, text in drawings.items():
        (path.parent / "figures" / f"{name}.svg").write_text(text, encoding="utf-8")
    return load(path, Leaflet)
