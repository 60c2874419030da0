"""Frames that go on overleaf end below their last words, and not at the end of the page."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.html.template_layout import stylesheets
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.workshop import ROOT

RED = (140, 21, 21)
GROUP = (
    '<div class="red-flags-signs"><p class="lead">Belirtiler</p><ul class="bullets">{}</ul></div>'
)
SIGNS = GROUP.format("<li>Ateş veya titreme ya da iğne yerinde kızarıklık ve akıntı</li>" * 8)


@pytest.mark.parametrize("page_format", ["paper-a4 large-print narrow", "paper-a5 narrow"])
def test_a_frame_is_not_half_empty(page_format: str) -> None:
    templates = (ROOT / "templates",)
    renderer = Renderer(stylesheets(templates), faces(), templates)
    html = (
        f'<!DOCTYPE html><html lang="tr" class="{page_format}"><title>x</title><style>:root {{ '
        "--brand: #123456; --brand-ink: #123456; --edition-code: none }</style><body>"
        f'<section class="red-flags"><h2>Uyarı</h2><div class="signs">{SIGNS * 4}</div></section>'
    )

    pdf = renderer.render(html, place=Path("x"))

    pages = read_pages(pdf)
    assert len(pages) > 1
    with PdfDocument(pdf) as document:
        for page, picture in zip(pages, document, strict=True):
            image = picture.render(scale=1).to_pil().convert("RGB")
            red = [
                y
                for y in range(image.height)
                if any(image.getpixel((x, y)) == RED for x in range(100, 130))
            ]
            words = min(line.box.bottom for line in page.lines)
            assert -2 < max(red) - (page.height - words) < 30
