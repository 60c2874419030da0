"""The pack's fonts: complete static weights, made once from variable fonts and then kept.

Where they are kept is not trusted. `faces.json` has the digest of each face that the locked
versions make; one whose digest is not known is made again by each run, which takes several seconds.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from secrets import token_hex

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.fonts import static_weights
from build_pack.storage.user_cache import user_cache

FAMILY = "Source Sans 3"
WEIGHTS = (400, 700)


@dataclass(frozen=True, slots=True)
class ScriptFamily:
    """A family for a script that the first one lacks, and the extra that installs it."""

    family: str
    extra: str


FURTHER = {"Arab": ScriptFamily("Noto Sans Arabic", "arabic")}
"""By ISO 15924 code. `templates/css/rtl.css` names the families for the pages that need them."""
LISTED = Path(__file__).with_name("faces.json")
"""The SHA-256 of each face by the name of its file, which stands for all that decides on it."""
_made: dict[str, str] = {}
"""The same of the faces that this run has made itself."""


@dataclass(frozen=True)
class FontFace:
    """One weight of a family, by its CSS name and number, and the file that it is kept in."""

    family: str
    weight: int
    path: Path
    content: bytes = field(repr=False)
    """What the file has to hold; it is not read again."""


def faces(cache: Path | None = None, scripts: Collection[str] = ()) -> tuple[FontFace, ...]:
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


def missing_family(script: str) -> ScriptFamily | None:
    """The family that a script needs and that is not installed."""
    further = FURTHER.get(script)
    return None if further is None or _is_installed(further.family) else further


def characters(faces: Sequence[FontFace]) -> frozenset[str]:
    """The characters that all faces of any one family have."""
    from fontTools.ttLib import TTFont

    families: dict[str, set[str]] = {}
    for face in faces:
        with TTFont(BytesIO(face.content), lazy=True) as font:
            found = {chr(code) for code in font.getBestCmap()}
        families[face.family] = families.get(face.family, found) & found
    return frozenset(set().union(*families.values()))


def default_cache() -> Path:
    """The user's cache folder, or `ProblemsError` for a user without a home folder."""
    if folder := user_cache():
        return folder
    raise ProblemsError([_no_room(Path("~"), "this user has no home folder")])


def font_face_css(faces: Sequence[FontFace]) -> str:
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


def made_digests() -> Mapping[str, str]:
    """The digests of the faces that this run has made, for another process to `trust`."""
    return dict(_made)


def trust(digests: Mapping[str, str]) -> None:
    """Take faces from the cache that the process which started this one has made."""
    _made.update(digests)


@cache
def _listed() -> Mapping[str, str]:
    digests: dict[str, str] = json.loads(LISTED.read_text("ascii"))
    return digests


def _faces(family: str, folder: Path) -> Iterator[FontFace]:
    import fontpkg

    source = fontpkg.path(family)
    origin = static_weights.origin(source)
    for weight in WEIGHTS:
        digest = sha256(f"{origin} {weight}".encode()).hexdigest()[:16]
        path = folder / f"{family.replace(' ', '')}-{weight}-{digest}.ttf"
        content = _kept(path)
        if content is None:
            content = static_weights.static(source, weight, whole=family != FAMILY)
            _keep(path, content)
        yield FontFace(family, weight, path, content)


def _kept(path: Path) -> bytes | None:
    """The face that a file holds, if it is the one that it has to be."""
    wanted = _made.get(path.name) or _listed().get(path.name)
    if not wanted or not path.is_file():
        return None
    content = path.read_bytes()
    return content if sha256(content).hexdigest() == wanted else None


def _keep(path: Path, content: bytes) -> None:
    """Write a face that was made; the file has its name only once it is whole."""
    unfinished = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _made[path.name] = sha256(content).hexdigest()


def _no_room(folder: Path, reason: str) -> Problem:
    hint = "Make the folder writable, or set BUILD_PACK_CACHE to another folder."
    message = f"The fonts cannot be stored here: {reason}."
    return Problem("file-unwritable", Place(folder), message, hint)
