"""Pictures of pixels in every kind are printed as PDF/UA-1 and PDF/A-2a."""

from pathlib import Path

from build_pack.rendering.html.drawn_pictures import SVG, data_uri
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.content.rasters import PHOTOS, RIGHT
from tests.validation.verapdf import STANDARDS, validate


def test_pictures_of_pixels_follow_both_standards(tmp_path: Path) -> None:
    """As files, as addresses, in vector pictures, and as what lies behind something."""
    addresses = [data_uri(content, SVG) for content in PHOTOS.values()]
    for name, content in RIGHT.items():
        (tmp_path / f"{name}.png").write_bytes(content)
        addresses += [data_uri(content, "image/png"), (tmp_path / f"{name}.png").as_uri()]
    pictures = "".join(f'<p><img alt="x" width="99" src="{one}">' for one in addresses)
    behind = f'<div style="height: 9mm; background: url({data_uri(RIGHT["clear"])})"></div>'
    html = f'<html lang="en"><title>x</title><body>{pictures}{behind}'
    pdf = tmp_path / "pictures.pdf"
    pdf.write_bytes(Renderer((), (), (tmp_path,)).render(html, place=Path("x")))

    reports = validate([pdf])

    assert len(reports) == len(STANDARDS)
    assert {one.standard: one.failures for one in reports} == {name: {} for name in STANDARDS}
    assert all(one.compliant for one in reports)
