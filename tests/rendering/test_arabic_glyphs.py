"""A PDF says of each Arabic letter which one it is, whatever shape it has."""

import subprocess
from pathlib import Path

import pytest

from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import page

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
CSS = 'html { font-family: "Noto Sans Arabic" } body { direction: rtl } @page { size: A4 }'


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer([CSS], faces(scripts={"Arab"}), [])


def read_back(renderer: Renderer, *words: str, weight: str = "p") -> list[str]:
    body = "".join(f"<{weight}>{word}</{weight}>" for word in words)
    pdf = renderer.render(page(body, locale="ar"), place=Path("x"))
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return said.stdout.decode().translate(dict.fromkeys(range(0x202A, 0x202F))).split()


@pytest.mark.parametrize("weight", ["p", "h1"])
def test_every_letter_is_read_in_every_place_of_a_word(renderer: Renderer, weight: str) -> None:
    words = [
        word for letter in LETTERS for word in (letter, f"{letter}م", f"م{letter}", f"م{letter}م")
    ]
    assert read_back(renderer, *words, weight=weight) == words


def test_letters_that_share_a_shape_are_told_apart_in_any_order(renderer: Renderer) -> None:
    words = [
        "نتبثي",
        "يثبتن",
        "جحخ",
        "خحج",
        "سشصض",
        "فق",
        "لأن",
        "لان",
        "إلا",
        "الآن",
        "ألم",
        "كتاب",
    ]
    assert read_back(renderer, *words) == words
