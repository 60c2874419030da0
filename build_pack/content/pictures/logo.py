"""A clinic's logo, read once: what was looked at and signed is what is printed."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from build_pack.content.models.clinic import Clinic
from build_pack.content.pictures import raster
from build_pack.content.pictures.raster import MOST_BYTES
from build_pack.content.pictures.svg import SvgError, checked_svg, not_an_image
from build_pack.content.pictures.svg_elements import SvgFault
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized, rests_on_file
from build_pack.storage.text_files import path_kind

_VECTOR = ".svg"


@dataclass(frozen=True, slots=True)
class Logo:
    """One .png or .svg file beside clinic.yaml, as it is printed and as it is signed."""

    path: Path
    content: bytes = field(repr=False)

    @property
    def is_vector(self) -> bool:
        """Whether it is made of shapes and not of pixels."""
        return self.path.suffix.lower() == _VECTOR

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return sha256(self.content).hexdigest()


@memoized
def load_logo(clinic: Loaded[Clinic]) -> Logo | None:
    """The logo of a clinic, None if it has none, or `ProblemsError` with all that is wrong."""
    if not clinic.model.brand.logo:
        return None
    path, place = clinic.source.path.parent / clinic.model.brand.logo, clinic.place("brand", "logo")
    _require_there(path, place)
    rests_on_file(path)
    try:
        with path.open("rb") as file:
            logo = Logo(path, file.read(MOST_BYTES + 1))
        require_printable(logo)
    except OSError as error:
        message = f"{path.name} cannot be read."
        hint = "Give read permission to everyone who makes packs."
        raise ProblemsError([Problem("logo-invalid", place, message, hint)]) from error
    except SvgError as error:
        found = (
            Problem("logo-invalid", place, fault.message, fault.hint) for fault in error.faults
        )
        raise ProblemsError(found) from error
    return logo


def _require_there(path: Path, place: Place) -> None:
    if path_kind(path) != "file":
        message = f"There is no file “{path.name}” in the folder of clinic.yaml."
        near = [one.name for one in path.parent.iterdir() if one.name.lower() == path.name.lower()]
        hint = (
            f"The file is named “{near[0]}”."
            if near
            else "Add the logo to the folder, or remove the line."
        )
        raise ProblemsError([Problem("file-missing", place, message, hint)])
    if not path.resolve().is_relative_to(path.parent.resolve()):
        message = f"{path.name} is a link to a file outside the clinic's folder."
        hint = "Copy the file itself into the folder."
        raise ProblemsError([Problem("logo-invalid", place, message, hint)])


def require_printable(logo: Logo) -> None:
    """Raise `VectorError` if a file cannot be printed."""
    name, content = logo.path.name, logo.content
    if not content:
        raise SvgError(SvgFault(f"{name} is empty.", "Export it again."))
    if len(content) > MOST_BYTES:
        message = f"{name} is larger than {MOST_BYTES:,} bytes, which is the maximum."
        raise SvgError(SvgFault(message, "Export it at a smaller size."))
    if logo.is_vector:
        checked_svg(name, content)
        return
    found = raster.kind(content)
    if found is None:
        raise not_an_image(name)
    if found != "PNG":
        hint = "Open it in a picture program and save it as a PNG; renaming it is not enough."
        raise SvgError(SvgFault(f"{name} is a {found} picture, not a PNG.", hint))
    try:
        raster.decoded(content)
    except raster.RasterError as error:
        raise SvgError(SvgFault(f"{name} {error.message}", error.hint)) from error
