"""Pictures printed alone, held against what another renderer makes of them."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from build_pack.content.pictures.svg import checked_svg
from build_pack.rendering.html.drawn_pictures import data_uri
from build_pack.rendering.picture_fidelity import (
    _on_white,
    invisible_share,
    printed_fidelity,
    reference_picture,
)
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.content.rasters import PHOTOS, RIGHT, clear, plain, saved
from tests.workshop import ROOT

LOGOS = ROOT / "tests" / "data" / "logos"
GRADIENTS = sorted(
    path for path in (LOGOS / "right").glob("*.svg") if b"Gradient" in path.read_bytes()
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{}</svg>'


@pytest.mark.parametrize(
    "path", sorted((LOGOS / "right").glob("*.svg")), ids=lambda path: path.stem
)
def test_a_logo_that_is_printed_right_looks_alike(path: Path) -> None:
    found = printed_fidelity(path.read_bytes(), vector=True)

    assert found.difference < 0.06
    assert found.worst < 35
    assert found.outside < 20


@pytest.mark.parametrize(
    "path", sorted((LOGOS / "otherwise").glob("*.svg")), ids=lambda path: path.stem
)
def test_a_logo_that_is_printed_otherwise_does_not(path: Path) -> None:
    found = printed_fidelity(path.read_bytes(), vector=True)

    assert found.worst > 60 or found.difference > 0.12


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_of_png_is_printed_as_it_is(name: str) -> None:
    found = printed_fidelity(RIGHT[name], vector=False)

    assert found.difference < 0.02
    assert found.worst < 10


@pytest.mark.parametrize("name", PHOTOS)
def test_pictures_in_pictures_are_printed_as_they_are(name: str) -> None:
    found = printed_fidelity(PHOTOS[name], vector=True)

    assert found.difference < 0.02
    assert found.worst < 10


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "leaflets").rglob("*.svg"), *(ROOT / "clinics").rglob("*.svg")],
    ids=lambda path: path.stem,
)
def test_our_own_drawings_are_printed_right(path: Path) -> None:
    checked_svg(path.name, path.read_bytes())
    found = printed_fidelity(path.read_bytes(), vector=True)

    assert found.difference < 0.06
    assert found.worst < 35


def _in_poppler(path: Path, size: tuple[int, int]) -> Image.Image:
    width, height = size
    html = (
        f'<html lang="en"><title>x</title><style>@page {{ size: {width}px {height}px; margin: 0 }} '
        f"body {{ margin: 0 }} img {{ display: block; width: {width}px; height: {height}px }}"
        f'</style><img alt="x" src="{data_uri(path.read_bytes())}">'
    )
    pdf = Renderer((), (), ()).render(html, place=path)
    done = subprocess.run(
        ["pdftoppm", "-r", "96", "-png", "-"], input=pdf, capture_output=True, check=True
    )
    return Image.open(BytesIO(done.stdout)).convert("RGB")


@pytest.mark.parametrize("path", GRADIENTS, ids=lambda path: path.stem)
def test_poppler_shows_gradients_too(path: Path) -> None:
    """It draws a tile of a gradient beside its place unless the tile is larger than the shape."""
    wanted = _on_white(reference_picture(path.read_bytes(), vector=True)).reduce(4)

    found = _in_poppler(path, wanted.size)

    apart = ImageChops.difference(found.resize(wanted.size), wanted)
    ink = ImageStat.Stat(ImageChops.invert(wanted)).sum
    assert sum(ImageStat.Stat(apart).sum) / sum(ink) < 0.1


@pytest.mark.parametrize(
    ("inside", "share"),
    [
        ('<rect width="90" height="30" fill="#fff"/>', 1),
        ('<circle cx="20" cy="20" r="15" fill="#f4f4f4"/>', 1),
        ('<rect width="90" height="30" opacity=".05"/>', 1),
        ('<path fill="#fff" d="M0 0h100v40H0z"/><path d="M9 9h9v9z" fill="#fdfdfd"/>', 1),
        ('<path fill="#fff" d="M50 0h50v40H50z"/><path d="M0 0h30v40H0z"/>', 0.62),
        ('<path fill="#246" d="M0 0h100v40H0z"/><path d="M50 9h40v9z" fill="#fff"/>', 0),
        ('<circle cx="20" cy="20" r="19" fill="#fff"/><circle cx="20" cy="20" r="15"/>', 0),
        ('<path fill="#fff" d="M0 0h100v40H0z"/><path d="M9 9h9v9z"/>', 0),
        ('<rect width="90" height="30" fill="#ffd700"/>', 0),
    ],
)
def test_what_white_paper_swallows_is_found(inside: str, share: float) -> None:
    found = invisible_share(SVG.format(inside).encode(), vector=True)

    assert found == pytest.approx(share, abs=0.02)


def test_a_white_png_is_swallowed_too() -> None:
    white = Image.new("RGBA", clear().size, "white")
    white.putalpha(clear().getchannel("A"))

    assert invisible_share(saved(white), vector=False) == 1
    assert invisible_share(saved(clear()), vector=False) == 0
    assert invisible_share(saved(plain()), vector=False) == 0
