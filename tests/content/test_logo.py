"""Logos that can be printed, and those that cannot."""

from pathlib import Path

import pytest

from build_pack.content.logo import fault
from tests.workshop import ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


def test_the_samples_logo_is_good() -> None:
    assert fault(ROOT / "clinics" / "demo" / "logo.svg") is None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.png", "GIF89a", "a.png is not an image of the kind that its name says."),
        ("a.svg", "GIF89a", "a.svg is not an image of the kind that its name says."),
        ("a.svg", "<html/>", "a.svg is not an image of the kind that its name says."),
        (
            "a.svg",
            '<!DOCTYPE s [<!ENTITY a "b">]><s/>',
            "a.svg is not an image of the kind that its name says.",
        ),
        (
            "a.svg",
            f'<?xml version="1.0" encoding="klingon"?>{SVG}',
            "a.svg is not an image of the kind that its name says.",
        ),
        (
            "a.svg",
            f'<?xml version="1.0" encoding="utf-7"?>{SVG}',
            "a.svg is not an image of the kind that its name says.",
        ),
        ("a.svg", SVG.format("<g><text>North</text></g>"), "a.svg holds text."),
        ("a.svg", SVG.format('<image href="b.png"/>'), "a.svg refers to another file, b.png."),
        (
            "a.svg",
            SVG.format('<image x:href="http://example.org/b"/>'),
            "a.svg refers to another file, http://example.org/b.",
        ),
    ],
)
def test_a_bad_logo_is_told(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = fault(path)
    assert found
    assert found[0] == message


@pytest.mark.parametrize("inside", ['<use href="#a"/>', '<image href="data:image/png;base64,"/>'])
def test_what_a_logo_holds_in_itself_is_good(tmp_path: Path, inside: str) -> None:
    path = tmp_path / "a.svg"
    path.write_text(SVG.format(inside), encoding="utf-8")
    assert fault(path) is None
