"""All that is used of WeasyPrint beyond its documented interface, in one list.

Any version may change it without a word. So the first `Renderer` looks for all of it; where a name
is missing, or a function takes other arguments, nothing is printed and the version is named. What
an object is given only while a page is laid out cannot be looked for: the tests of printing use it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from importlib.metadata import version
from inspect import signature
from io import StringIO
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from warnings import catch_warnings, simplefilter

from build_pack.problems import Place, Problem, ProblemsError

_LIBRARIES = {"weasyprint": ("WeasyPrint", "70.x"), "pyphen": ("pyphen", "0.17.x")}
"""By the name of the package: what people call it, and the version that is known."""
_BOXES = "weasyprint.formatting_structure.boxes"
_BOX_CLASSES = (
    "BlockContainerBox BlockLevelBox InlineLevelBox LineBox MarginBox PageBox ReplacedBox TableBox "
    "TableCellBox TableRowBox TableRowGroupBox TextBox"
)
_OF_EVERY_BOX = (
    "border_box_x border_box_y border_height border_width colspan content_box_x content_box_y "
    "descendants is_absolutely_positioned is_column is_for_root_element link link_annotation "
    "margin_height margin_width padding_box_x padding_box_y padding_height padding_width "
    "transformation_matrix"
)
NAMES = (
    *(f"{_BOXES}.{name}" for name in _BOX_CLASSES.split()),
    *(f"{_BOXES}.Box.{name}" for name in _OF_EVERY_BOX.split()),
    f"{_BOXES}.TableRowGroupBox.is_footer",
    f"{_BOXES}.TableRowGroupBox.is_header",
    "pyphen.DataInt",
    "pyphen.LANGUAGES_LOWERCASE",
    "pyphen.Pyphen",
    "pyphen.Pyphen.positions",
    "pyphen.hdcache",
    "weasyprint.css.AnonymousStyle",
    "weasyprint.css.ColorProfile",
    "weasyprint.images.RasterImage.draw",
    "weasyprint.images.RasterImage.get_intrinsic_size",
    "weasyprint.images.SVGImage",
    "weasyprint.images.SVGImage.get_intrinsic_size",
    "weasyprint.matrix.Matrix",
    "weasyprint.matrix.Matrix.determinant",
    "weasyprint.matrix.Matrix.invert",
    "weasyprint.matrix.Matrix.transform_point",
    "weasyprint.pdf.stream.Stream.add_group",
    "weasyprint.pdf.stream.Stream.add_pattern",
    "weasyprint.pdf.stream.Stream.artifact",
    "weasyprint.pdf.stream.Stream.ctm",
    "weasyprint.pdf.stream.Stream.set_alpha_state",
    "weasyprint.svg.SVG.calculate_bounding_box",
    "weasyprint.svg.SVG.length",
    "weasyprint.text.ffi.harfbuzz_subset",
)
"""Classes, attributes and functions that have to be there."""
PARAMETERS = {
    "weasyprint.document.build_formatting_structure": "element_tree style_for get_image_from_uri "
    "base_url target_collector counter_style footnotes",
    "weasyprint.document.DocumentMetadata.generate_rdf_metadata": "self variant version "
    "conformance",
    "weasyprint.draw.color.get_color": "style key",
    "weasyprint.draw.draw_background_image": "stream layer style",
    "weasyprint.draw.draw_replacedbox": "stream box",
    "weasyprint.draw.draw_text": "stream textbox offset_x text_overflow block_ellipsis",
    "weasyprint.draw.text.draw_first_line": "stream textbox text_overflow block_ellipsis matrix",
    "weasyprint.layout.inline.split_first_line": "text style context max_width "
    "justification_spacing is_line_start minimum",
    "weasyprint.layout.replaced.replacedbox_layout": "box",
    "weasyprint.pdf.stream.Stream.marked": "self box tag",
    "weasyprint.pdf.tags._build_box_tree": "box parent pdf page_number nums annotations tags",
    "weasyprint.svg.draw_gradient": "svg node gradient font_size opacity stroke",
    "weasyprint.text.fonts.get_hb_object_data": "hb_object ot_color glyph",
}
"""What each function has to take that is called, or that another one is put in place of."""
ATTRIBUTES = {
    "weasyprint.document.Page": ("_page_box",),
    "weasyprint.layout.absolute.AbsolutePlaceholder": ("_box",),
    "weasyprint.pdf.fonts.Font": ("hb_face", "missing"),
}
"""What objects of a class are given when they are made."""
COLOUR_PROFILE = ("weasyprint.pdf", "sRGB2014.icc")
"""The package and the file that say what red, green and blue are."""


def require_internals() -> None:
    """Raise `ProblemsError` for all that the installed versions have not or have otherwise."""
    if problems := list(_problems()):
        raise ProblemsError(problems)


def require_libraries() -> None:
    """Import WeasyPrint, or raise `ProblemsError` for a system library that it lacks."""
    try:
        # It prints its advice and warns of a machine without fonts; we need neither.
        with redirect_stdout(StringIO()), catch_warnings():
            simplefilter("ignore")
            subset = internal("weasyprint.text.ffi.harfbuzz_subset")
    except OSError as error:
        problem = _missing_library("Pango", "libpango-1.0-0 libpangoft2-1.0-0")
        raise ProblemsError([problem]) from error
    if subset is None:
        raise ProblemsError([_missing_library("HarfBuzz Subset", "libharfbuzz-subset0")])


def internal(name: str) -> Any:
    """What is under one of the listed names now."""
    if name not in NAMES and name not in PARAMETERS:
        raise KeyError(name)
    return getattr(_owner(name), name.rpartition(".")[2])


@cache
def _owner(name: str) -> Any:
    """The module or class that has something of this name; what it has there may change."""
    return resolve_name(name.rpartition(".")[0])


@cache
def boxes() -> Any:
    """The module with the classes of boxes, of which those that are listed may be used."""
    return import_module(_BOXES)


def page_box(page: Any) -> Any:
    """The box of a page that has been laid out, which contains all others."""
    return page._page_box  # noqa: SLF001 - there is no other way to the boxes


def placed_box(box: Any) -> Any:
    """The box itself, where WeasyPrint has put a stand-in for one that is positioned."""
    return getattr(box, "_box", box)


def colour_profile_file() -> Path:
    """The file of the colour profile sRGB."""
    package, file = COLOUR_PROFILE
    return Path(str(import_module(package).__file__)).with_name(file)


@contextmanager
def replaced(functions: Mapping[str, Callable[..., Any]]) -> Iterator[None]:
    """Inside, these functions are called in place of WeasyPrint's own of these names."""
    before = {name: internal(name) for name in functions}
    try:
        for name, function in functions.items():
            setattr(_owner(name), name.rpartition(".")[2], function)
        yield
    finally:
        for name, function in before.items():
            setattr(_owner(name), name.rpartition(".")[2], function)


def unknown_version(library: str, difference: str) -> ProblemsError:
    """The error for a version that is different; `difference` goes on after its number."""
    name, known = _LIBRARIES[library]
    message = f"{name} {version(library)} {difference}."
    hint = f"Install {name} {known}, which build-pack needs: ./run setup does it."
    return ProblemsError([Problem("library-missing", Place(Path(name)), message, hint)])


def _problems() -> Iterator[Problem]:
    differences = [
        *((name, "has no {}") for name in NAMES if not _is_there(name)),
        *((name, "has another {}") for name, takes in PARAMETERS.items() if _takes(name) != takes),
        *(
            (f"{name}.{attribute}", "has no {}")
            for name, attributes in ATTRIBUTES.items()
            for attribute in attributes
            if attribute not in _given(name)
        ),
        *([] if colour_profile_file().is_file() else [(".".join(COLOUR_PROFILE), "has no {}")]),
    ]
    for name, difference in differences:
        library, _, rest = name.partition(".")
        yield from unknown_version(library, difference.format(rest)).problems


def _is_there(name: str) -> bool:
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def _takes(name: str) -> str:
    """The parameters of a function; nothing if it is not there."""
    return " ".join(signature(resolve_name(name)).parameters) if _is_there(name) else ""


def _given(name: str) -> tuple[object, ...]:
    """What the code that makes an object of this class names; nothing if it is not there."""
    if not _is_there(name):
        return ()
    code = resolve_name(name).__init__.__code__
    return (*code.co_names, *code.co_consts)


def _missing_library(library: str, packages: str) -> Problem:
    message = "This system library is not installed."
    hint = f"On Debian and Ubuntu: apt install {packages}"
    return Problem("library-missing", Place(Path(library)), message, hint)
