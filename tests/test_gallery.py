"""`./run gallery` prints its samples, and draws the pictures that the documentation shows."""

import sys
from pathlib import Path

import pytest
from PIL import Image

import gallery.__main__ as command
from gallery.samples import SAMPLES
from gallery.views import VIEWS

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("sample", "pictures"), [("standard-en", ["pack", "standard"]), ("wide-en", ["brand-wide"])]
)
def test_a_sample_that_is_named_is_printed_with_its_pictures(
    sample: str,
    pictures: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "_SHEETS", tmp_path / "sheets")
    monkeypatch.setattr(command, "_DOCS", tmp_path / "docs")
    monkeypatch.setattr(command, "_shown", lambda path: path.name)
    monkeypatch.setattr(sys, "argv", ["gallery", sample])
    command.main()
    assert capsys.readouterr().out.split() == [f"{name}.png" for name in (sample, *pictures)]
    for path in (tmp_path / f"sheets/{sample}.png", *sorted((tmp_path / "docs").iterdir())):
        with Image.open(path) as image:
            shades = image.convert("L").histogram()
            assert any(shades[:50])
            assert shades[255]


def test_each_picture_of_the_documentation_is_of_a_sample() -> None:
    assert {one.sample for one in VIEWS} <= {one.name for one in SAMPLES}
    assert {f"{one.name}.png" for one in VIEWS} == {
        path.name for path in (ROOT / "docs/gallery").glob("*.png")
    }
