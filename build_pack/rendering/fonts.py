"""The pack's fonts: complete static weights, made once from a variable font and then kept.

The only module that knows fontTools, and it imports it only when a weight has to be made, which
takes several seconds; a static font, unlike a variable one, costs a document next to nothing.
"""

import os
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex

from build_pack.problems import Place, Problem, ProblemsError

FAMILY = "Source Sans 3"
WEIGHTS = (400, 700)
_WHOLE_FILE_CHECKSUM = 0xB1B0AFBA


@dataclass(frozen=True)
class Face:
    """One weight of the family, by its CSS name and number, in a file of its own."""

    family: str
    weight: int
    path: Path


def faces(cache: Path | None = None) -> tuple[Face, ...]:
    """Give the pack's fonts, made first where `cache` lacks them, or raise `ProblemsError`."""
    import fontpkg

    source = fontpkg.path(FAMILY)
    folder = (cache or default_cache()).absolute()
    origin = _origin(source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_face(source, weight, folder, origin) for weight in WEIGHTS)
    except OSError as error:
        raise ProblemsError([_no_room(folder, error.strerror or str(error))]) from error


def characters(faces: Sequence[Face]) -> frozenset[str]:
    """The characters that every face has."""
    from fontTools.ttLib import TTFont

    sets = []
    for face in faces:
        with TTFont(face.path, lazy=True) as font:
            sets.append({chr(code) for code in font.getBestCmap()})
    return frozenset(set.intersection(*sets))


def default_cache() -> Path:
    """The folder named by BUILD_PACK_CACHE, else one in the user's own cache folder."""
    if named := os.environ.get("BUILD_PACK_CACHE"):
        return Path(named)
    # The XDG specification has relative paths ignored.
    shared = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (shared if shared.is_absolute() else Path.home() / ".cache") / "build-pack"
    except RuntimeError as error:
        raise ProblemsError([_no_room(Path("~"), "this user has no home folder")]) from error


def font_face_css(faces: Sequence[Face]) -> str:
    """One `@font-face` rule a face."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f' src: url("{face.path.as_uri()}") format("truetype"); }}'
        for face in faces
    )


def _origin(source: Path) -> str:
    """All that decides on the bytes of a face, but its weight: the font, and how it is made."""
    digests = [sha256(file.read_bytes()).hexdigest() for file in (source, Path(__file__))]
    return " ".join([*digests, version("fonttools")])


def _face(source: Path, weight: int, folder: Path, origin: str) -> Face:
    digest = sha256(f"{origin} {weight}".encode()).hexdigest()[:16]
    path = folder / f"{FAMILY.replace(' ', '')}-{weight}-{digest}.ttf"
    if not _is_whole(path):
        _make(source, weight, path)
    return Face(FAMILY, weight, path)


def _is_whole(path: Path) -> bool:
    """Whether the file is there and undamaged.

    The big-endian 32-bit words of any TrueType file add up to one constant, thanks to the field
    checksumAdjustment (OpenType specification, table “head”).
    """
    if not path.is_file():
        return False
    content = path.read_bytes()
    words = array("I", content[: len(content) // 4 * 4])
    if sys.byteorder == "little":
        words.byteswap()
    return len(content) % 4 == 0 and sum(words) % 2**32 == _WHOLE_FILE_CHECKSUM


def _make(source: Path, weight: int, path: Path) -> None:
    """Write one static weight; the file bears its name only once it is whole."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    unfinished = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        # Without recalcTimestamp the file would hold the time at which it was made.
        with TTFont(source, recalcTimestamp=False) as font, unfinished.open("xb") as file:
            instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
            font.save(file)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _no_room(folder: Path, reason: str) -> Problem:
    hint = "Make the folder writable, or name another one in BUILD_PACK_CACHE."
    message = f"The fonts cannot be kept here: {reason}."
    return Problem("file-unwritable", Place(folder), message, hint)
