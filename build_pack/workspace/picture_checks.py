"""A clinic's own pictures, each drawn once alone before anything is printed with them.

In this process: what takes long to draw was refused when they were read (`vector_bounds`,
`raster`), and to start another one for them would take longer than all of them do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from build_pack.content.models.clinic import Clinic
from build_pack.content.pictures.drawings import LeafletDrawing
from build_pack.content.pictures.logo import Logo
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.program_errors import is_program_error
from build_pack.storage.kept_results import kept, look_up

_MOST_DIFFERENCE = 0.12
"""The share of a picture's ink in which two renderers may differ. Of 106 logos that are printed
right (`tests/data/logos`), the worst differs by 0.05."""
_MOST_IN_A_PART = 60
"""The same for a thirtieth of the picture, of 255: there, and in 41 icons of a desktop, 43. Each
logo that is printed wrong is above the one bound or the other."""
_HAIRLINE = 8
"""The same of a line that PDFium draws where there is none."""
_MOST_OUTSIDE = 40
_SIMPLER = "Flatten it into simple shapes in the drawing program, or export it as a PNG."


def picture_problems(
    clinic: Loaded[Clinic], logo: Logo | None, drawings: tuple[LeafletDrawing, ...]
) -> Iterator[Problem]:
    """A logo, and drawings of the clinic's own, that are printed as something else.

    All of them have been read before and contain nothing that is known to be printed wrong. Raises
    `ProblemsError` where the libraries that print lack something: no picture is to blame for that.
    """
    folder = clinic.source.path.parent
    own_drawings = [one for one in drawings if one.path.is_relative_to(folder)]
    if logo:
        own = _ClinicPicture(logo.path.name, logo.content, vector=logo.is_vector)
        place = clinic.place("brand", "logo")
        faults = tuple(_drawn_otherwise(own, place, "logo-invalid"))
        yield from faults or _unseen(own, place)
    for drawing in own_drawings:
        own = _ClinicPicture(drawing.path.name, drawing.svg, vector=True)
        yield from _drawn_otherwise(own, Place(drawing.path), "drawing-invalid")


@dataclass(frozen=True)
class _ClinicPicture:
    """A file as it was read."""

    name: str
    content: bytes
    vector: bool

    @property
    def key(self) -> tuple[str, bool]:
        """What decides on how it looks."""
        return sha256(self.content).hexdigest(), self.vector


@dataclass(frozen=True)
class _PrintedPicture:
    """How a picture looks on paper, beside what another program draws."""

    difference: float
    worst: int
    outside: int
    is_blank: bool


def _drawn_otherwise(own: _ClinicPicture, place: Place, code: str) -> Iterator[Problem]:
    of = "printed picture", _PrintedPicture, own.key
    known = look_up(*of)
    if not known:
        from build_pack.rendering.weasyprint.internals import require_internals, require_libraries

        require_libraries()
        require_internals()
    try:
        found = known[0] if known else kept(*of, lambda: _printed(own))
    except Exception as error:  # two programs draw it, each with faults of its own
        if is_program_error(error) and not isinstance(error, ProblemsError | ValueError):
            raise
        yield Problem(code, place, f"{own.name} cannot be printed.", _SIMPLER)
        return
    if found.is_blank:
        yield Problem(code, place, f"{own.name} is blank.", "Export it again.")
    elif found.worst > _MOST_IN_A_PART or (
        found.difference > _MOST_DIFFERENCE and found.worst > _HAIRLINE
    ):
        message = f"{own.name} looks different in print and in the drawing program."
        yield Problem(code, place, message, _SIMPLER)
    elif found.outside > _MOST_OUTSIDE:
        message = f"{own.name} overlaps what is printed next to it."
        yield Problem(code, place, message, _SIMPLER)


def _printed(own: _ClinicPicture) -> _PrintedPicture:
    from build_pack.rendering.picture_fidelity import printed_fidelity, reference_picture

    found = printed_fidelity(own.content, vector=own.vector)
    shown = reference_picture(own.content, vector=own.vector).getchannel("A").getbbox()
    return _PrintedPicture(found.difference, found.worst, found.outside, is_blank=not shown)


def _unseen(own: _ClinicPicture, place: Place) -> Iterator[Problem]:
    """Say of a logo that is made for a dark ground that white paper shows little of it."""
    share = kept("unseen share", float, own.key, lambda: _unseen_share(own))
    if share:
        part = "All" if share == 1 else f"A part ({share:.0%})"
        message = f"{part} of {own.name} is white or nearly white, and cannot be seen on paper."
        hint = "Use the version of your logo that is made for white paper."
        yield Problem("contrast-low", place, message, hint, Severity.WARNING)


def _unseen_share(own: _ClinicPicture) -> float:
    from build_pack.rendering.picture_fidelity import invisible_share

    return invisible_share(own.content, vector=own.vector)
