"""The pack's fonts: complete static weights, made once from variable fonts and then kept.

With `whole_letters` the only module that knows fontTools, imported only when a weight has to be
made, which takes several seconds; a static font, unlike a variable one, costs a document next to
nothing.
"""

import os
import sys
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering import whole_letters
from build_pack.rendering.whole_letters import make_letters_whole

FAMILY = "Source Sans 3"
WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class Further:
    """A family for a script that the first one lacks, and the extra that installs it."""

    family: str
    extra: str


FURTHER = {"Arab": Further("Noto Sans Arabic", "arabic")}
"""By ISO 15924 code. `templates/css/rtl.css` names the families for the pages that need them."""
_WHOLE_FILE_CHECKSUM = 0xB1B0AFBA


@dataclass(frozen=True)
class Face:
    """One weight of a family, by its CSS name and number, in a file of its own."""

    family: str
    weight: int
    path: Path


def faces(cache: Path | None = None, scripts: Collection[str] = ()) -> tuple[Face, ...]:
    """Give the pack's fonts, made first where `cache` lacks them, or raise `ProblemsError`.

    For `scripts` that need a family of their own, that follows the first, if it is installed.
    """
    folder = (cache or default_cache()).absolute()
    further = [one.family for code, one in FURTHER.items() if code in scripts]
    families = [FAMILY, *filter(_is_installed, further)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(face for family in families for face in _faces(family, folder))
    except OSError as error:
        raise ProblemsError([_no_room(folder, error.strerror or str(error))]) from error


def missing_family(script: str) -> Further | None:
    """The family that a script needs and that is not installed."""
    further = FURTHER.get(script)
    return None if further is None or _is_installed(further.family) else further


def characters(faces: Sequence[Face]) -> frozenset[str]:
    """The characters that all faces of any one family have."""
    from fontTools.ttLib import TTFont

    families: dict[str, set[str]] = {}
    for face in faces:
        with TTFont(face.path, lazy=True) as font:
            found = {chr(code) for code in font.getBestCmap()}
        families[face.family] = families.get(face.family, found) & found
    return frozenset(set().union(*families.values()))


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


def _is_installed(family: str) -> bool:
    import fontpkg

    try:
        fontpkg.family(family)
    except fontpkg.FamilyNotInstalled:
        return False
    return True


def _origin(source: Path) -> str:
    """All that decides on the bytes of a face, but its weight: the font, and how it is made."""
    files = (source, Path(__file__), Path(whole_letters.__file__))
    digests = [sha256(file.read_bytes()).hexdigest() for file in files]
    return " ".join([*digests, version("fonttools")])


def _faces(family: str, folder: Path) -> Iterator[Face]:
    import fontpkg

    source = fontpkg.path(family)
    origin = _origin(source)
    for weight in WEIGHTS:
        digest = sha256(f"{origin} {weight}".encode()).hexdigest()[:16]
        path = folder / f"{family.replace(' ', '')}-{weight}-{digest}.ttf"
        if not _is_whole(path):
            _make(source, weight, path, whole=family != FAMILY)
        yield Face(family, weight, path)


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


def _make(source: Path, weight: int, path: Path, *, whole: bool) -> None:
    """Write one static weight; the file bears its name only once it is whole."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    unfinished = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        # Without recalcTimestamp the file would hold the time at which it was made.
        with TTFont(source, recalcTimestamp=False) as font, unfinished.open("xb") as file:
            # None: what else varies, such as the width, stays as the font has it.
            axes = dict.fromkeys((axis.axisTag for axis in font["fvar"].axes), None)
            limits = axes | {"wght": weight}
            instantiateVariableFont(font, limits, inplace=True, updateFontNames=True)
            if whole:
                make_letters_whole(font)
            font.save(file)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _no_room(folder: Path, reason: str) -> Problem:
    hint = "Make the folder writable, or name another one in BUILD_PACK_CACHE."
    message = f"The fonts cannot be kept here: {reason}."
    return Problem("file-unwritable", Place(folder), message, hint)
