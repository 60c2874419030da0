"""Fonts, a renderer, and what it prints or refuses, for all tests of the room."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.fonts import font_files
from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import CSS, TEMPLATE, page


@pytest.fixture(scope="session")
def faces() -> tuple[FontFace, ...]:
    """Take the fonts from the program's own cache; the first time it takes long to make them."""
    return font_files.faces()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the only folder from which documents may load."""
    folder = tmp_path / "allowed"
    folder.mkdir()
    return folder


@pytest.fixture
def renderer(faces: tuple[FontFace, ...], folder: Path) -> Renderer:
    return Renderer([CSS], faces, [folder])


@pytest.fixture
def render(renderer: Renderer) -> Callable[[str], bytes]:
    """Give a function from the body of a Turkish document to its PDF."""
    return lambda body: renderer.render(page(body), place=TEMPLATE)


@pytest.fixture
def problems(render: Callable[[str], bytes]) -> Callable[[str], tuple[Problem, ...]]:
    """Give a function from the body of a document to all that is wrong with it."""

    def found(body: str) -> tuple[Problem, ...]:
        with pytest.raises(ProblemsError) as error:
            render(body)
        return error.value.problems

    return found
