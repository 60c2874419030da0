"""Pictures of pixels: read whole, in the colours of a screen, or refused."""

from importlib import import_module
from pathlib import Path

import pytest

from build_pack.content.pictures import raster
from build_pack.content.pictures.logo import Logo, require_printable
from build_pack.content.pictures.raster import RasterError, decoded, printable
from build_pack.content.pictures.svg import SvgError
from tests.content import rasters
from tests.content.rasters import RIGHT, plain, png, saved

WHOLE = saved(plain())
AGAIN = "Export it again from the drawing program, and copy the whole file."


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_of_png_is_read_in_the_colours_of_a_screen(name: str) -> None:
    image = decoded(RIGHT[name])

    assert image.mode in {"RGB", "RGBA", "L", "LA"}
    assert image.convert("L").getpixel((40, 40)) < 140
    assert image.size == ((80, 240) if name == "turned" else rasters.SIZE)


def test_a_deep_grey_is_no_lighter_than_it_was() -> None:
    wanted = plain().convert("L").getpixel((150, 40))

    assert decoded(RIGHT["deep-grey"]).getpixel((150, 40)) == wanted


def test_inks_are_read_by_their_profile() -> None:
    content = saved(plain().convert("CMYK"), "JPEG", quality=95, icc_profile=rasters.inks())

    # These inks print the blue bar as a reddish one; without their profile it stays blue.
    red, green, blue = decoded(content).getpixel((150, 40))
    assert red > blue > green


def test_what_is_right_already_is_left_as_it_is() -> None:
    assert printable(WHOLE) == WHOLE
    assert printable(b"<svg/>") == b"<svg/>"
    assert printable(RIGHT["deep-grey"]) != RIGHT["deep-grey"]


_HALF = len(WHOLE) // 2
BROKEN = {
    "cut in the middle": (WHOLE[:_HALF], "is damaged or incomplete."),
    "cut at its end": (WHOLE[:-12], "is damaged or incomplete."),
    "its head alone": (WHOLE[:8], "is damaged or incomplete."),
    "one byte changed": (WHOLE[:200] + b"?" + WHOLE[201:], "is damaged or incomplete."),
    "no pixels": (png((0, 0), 8, 2, b""), "is damaged or incomplete."),
    "JPEG cut": (saved(plain(), "JPEG")[:900], "is damaged or incomplete."),
    "nothing": (b"", "is not a PNG or JPEG picture."),
    "another kind": (saved(plain(), "GIF"), "is not a PNG or JPEG picture."),
    "moving": (
        saved(plain(), save_all=True, append_images=[plain().rotate(180)]),
        "is animated.",
    ),
    "inks without a profile": (
        saved(plain().convert("CMYK"), "JPEG"),
        "is in CMYK colours without a colour profile.",
    ),
    "a profile that is none": (
        saved(plain(), icc_profile=b"none"),
        "has a colour profile that cannot be read.",
    ),
    "large": (
        png((8000, 8000), 1, 0, b"\0"),
        "has 8000 × 8000 pixels; the maximum is 12,000,000.",
    ),
    "endless": (
        png((20000, 20000), 1, 0, b"\0"),
        "has more than 12,000,000 pixels, which is the maximum.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_printed_is_told(name: str) -> None:
    content, message = BROKEN[name]

    with pytest.raises(RasterError) as error:
        decoded(content)

    assert error.value.message == message


def test_what_is_cut_short_is_told_after_printing_too() -> None:
    """WeasyPrint has Pillow fill what is missing."""
    import_module("weasyprint.images")

    with pytest.raises(RasterError):
        decoded(saved(plain(), "JPEG")[:901])


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (WHOLE[:-12], "logo.PNG is damaged or incomplete.", AGAIN),
        (b"", "logo.PNG is empty.", "Export it again."),
        (
            b"<svg/>",
            "logo.PNG is not the kind of image that its file extension says.",
            "Export it again from the drawing program.",
        ),
        (
            saved(plain(), "JPEG"),
            "logo.PNG is a JPEG picture, not a PNG.",
            "Open it in a picture program and save it as a PNG; renaming it is not enough.",
        ),
    ],
)
def test_a_logo_says_which_file_it_is(content: bytes, message: str, hint: str) -> None:
    with pytest.raises(SvgError) as error:
        require_printable(Logo(Path("logo.PNG"), content))

    assert [(one.message, one.hint) for one in error.value.faults] == [(message, hint)]


def test_a_name_in_capitals_is_as_good() -> None:
    logo = Logo(Path("LOGO.PNG"), WHOLE)
    require_printable(logo)

    assert not logo.is_vector


def test_an_address_that_is_badly_written_holds_nothing() -> None:
    assert raster.in_address("data:image/png;base64,a") == b""
    assert raster.in_address("data:image/png,abc") == b""


def test_a_fault_of_ours_is_not_told_as_a_damaged_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "_upright", None)
    with pytest.raises(TypeError):
        decoded(saved(plain().rotate(90)))
