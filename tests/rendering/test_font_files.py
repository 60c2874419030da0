"""The pack's fonts and their cache."""

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import fontpkg
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from build_pack.problems import Place, ProblemsError
from build_pack.rendering.fonts import font_files
from build_pack.rendering.fonts.font_files import FontFace, default_cache, font_face_css
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import CSS, TEMPLATE, page

NEEDED = "ğĞşŞıİçÇöÖüÜâÂîÎûÛ₺☐☑✓→≥≤½–—“”‘’…·•×±°µ%‰§"


@pytest.fixture
def small_family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a cut of the variable font with three letters in place of the whole one: it is quick."""
    path = tmp_path / "small.ttf"
    with TTFont(fontpkg.path(font_files.FAMILY)) as font:
        options = subset.Options(name_IDs=["*"])
        cutter = subset.Subsetter(options)
        cutter.populate(text="abc")
        cutter.subset(font)
        font.save(path)
    monkeypatch.setattr(fontpkg, "path", lambda _: path)
    return path


def test_there_is_a_face_for_normal_semibold_and_bold(faces: tuple[FontFace, ...]) -> None:
    assert [(face.family, face.weight) for face in faces] == [
        ("Source Sans 3", 400),
        ("Source Sans 3", 700),
    ]


def test_each_file_is_of_the_weight_that_its_face_says(faces: tuple[FontFace, ...]) -> None:
    weights = [TTFont(face.path)["OS/2"].usWeightClass for face in faces]

    assert weights == [face.weight for face in faces]


def test_each_file_bears_a_name_of_its_own(faces: tuple[FontFace, ...]) -> None:
    names = [TTFont(face.path)["name"].getDebugName(4) for face in faces]

    assert names == ["Source Sans 3 Regular", "Source Sans 3 Bold"]


def test_no_file_is_variable(faces: tuple[FontFace, ...]) -> None:
    assert not any("fvar" in TTFont(face.path) for face in faces)


def test_every_face_has_all_letters_and_signs_of_the_packs(faces: tuple[FontFace, ...]) -> None:
    for face in faces:
        lacking = [c for c in NEEDED if ord(c) not in TTFont(face.path).getBestCmap()]
        assert lacking == [], face


def test_a_script_without_letters_in_the_first_family_gets_one_of_its_own(
    faces: tuple[FontFace, ...],
) -> None:
    found = font_files.faces(scripts={"Arab", "Latn"})

    assert found[:2] == faces
    assert [(face.family, face.weight) for face in found[2:]] == [
        ("Noto Sans Arabic", 400),
        ("Noto Sans Arabic", 700),
    ]
    assert [TTFont(face.path)["OS/2"].usWeightClass for face in found[2:]] == [400, 700]
    assert not any("fvar" in TTFont(face.path) for face in found)


def test_the_first_family_is_taken_as_it_is(faces: tuple[FontFace, ...]) -> None:
    """Letters are made whole in further families only; what is printed in Latin stays the same."""
    names = TTFont(fontpkg.path(font_files.FAMILY)).getGlyphOrder()

    assert all(TTFont(face.path).getGlyphOrder() == names for face in faces)


def test_what_can_be_printed_is_what_all_weights_of_one_family_have() -> None:
    latin, both = (font_files.characters(font_files.faces(scripts=one)) for one in ((), ("Arab",)))

    assert "ğ" in latin
    assert "ش" not in latin
    assert {"ğ", "ش", "،", "؟"} < both


def test_a_family_that_is_not_installed_is_told_and_left_out(
    monkeypatch: pytest.MonkeyPatch, faces: tuple[FontFace, ...]
) -> None:
    def missing(name: str) -> None:
        raise fontpkg.FamilyNotInstalled(name)

    monkeypatch.setattr(fontpkg, "family", missing)

    assert font_files.missing_family("Arab") == font_files.FURTHER["Arab"]
    assert font_files.missing_family("Latn") is None
    monkeypatch.setattr(font_files, "_faces", lambda family, _: faces if "Source" in family else ())
    assert font_files.faces(scripts={"Arab"}) == faces


def test_a_family_that_is_installed_is_not_missing() -> None:
    assert font_files.missing_family("Arab") is None


def test_two_processes_that_mend_a_damaged_font_at_once_leave_the_same_whole_one(
    small_family: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    made = font_files.faces(cache)
    damaged, whole = made[0].path, made[0].path.read_bytes()
    damaged.write_bytes(whole[:-400])
    code = (
        "import fontpkg; from pathlib import Path;"
        f"fontpkg.path = lambda _: Path({str(small_family)!r});"
        f"from build_pack.rendering.fonts.font_files import faces; faces(Path({str(cache)!r}))"
    )

    running = [
        subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert [process.wait() for process in running] == [0, 0]
    assert damaged.read_bytes() == whole
    assert {file.name for file in cache.iterdir()} == {face.path.name for face in made}


def poison(path: Path) -> None:
    """Let a font show other letters than it says, as a whole file with right checksums."""
    with TTFont(path, recalcTimestamp=False) as font:
        (a, b), glyphs = (font.getBestCmap()[ord(letter)] for letter in "ab"), font["glyf"].glyphs
        glyphs[a], glyphs[b] = glyphs[b], glyphs[a]
        font.save(path)


def test_the_digests_of_the_fonts_are_those_that_are_listed(update_goldens: bool) -> None:
    found = {
        face.path.name: sha256(face.content).hexdigest()
        for face in font_files.faces(scripts=font_files.FURTHER)
    }
    if update_goldens:
        font_files.LISTED.write_text(json.dumps(found, indent=2) + "\n", "ascii")

    assert found == json.loads(font_files.LISTED.read_text("ascii"))


def test_another_font_in_the_cache_is_not_taken(
    faces: tuple[FontFace, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "_made", {})
    for face in faces:
        (tmp_path / face.path.name).write_bytes(face.content)
    poison(tmp_path / faces[1].path.name)

    found = font_files.faces(tmp_path)

    assert [face.content for face in found] == [face.content for face in faces]
    assert (tmp_path / faces[1].path.name).read_bytes() == faces[1].content


@pytest.mark.usefixtures("small_family")
def test_a_font_that_is_not_listed_is_made_anew_by_each_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "_made", {})
    face, _ = font_files.faces(tmp_path)
    of_this_run, as_it_was = font_files.made_digests(), face.path.stat().st_ino
    assert font_files.faces(tmp_path)[0].path.stat().st_ino == as_it_was
    poison(face.path)
    monkeypatch.setattr(font_files, "_made", {})
    assert font_files.faces(tmp_path)[0].content == face.content
    poison(face.path)
    monkeypatch.setattr(font_files, "_made", {})
    font_files.trust(of_this_run)
    assert font_files.faces(tmp_path)[0].content == face.content


def test_pages_are_set_in_the_font_that_was_checked(
    faces: tuple[FontFace, ...], tmp_path: Path
) -> None:
    later = []
    for face in faces:
        path = tmp_path / face.path.name
        path.write_bytes(face.content)
        later.append(replace(face, path=path))
        poison(path)

    html = page("ab <b>ab</b>")
    found, wanted = (
        Renderer([CSS], one, []).render(html, place=TEMPLATE) for one in (later, faces)
    )

    assert found == wanted


def test_fonts_that_are_in_the_cache_are_given_without_loading_fonttools(
    faces: tuple[FontFace, ...],
) -> None:
    code = (
        "import sys; from build_pack.rendering.fonts.font_files import *;"
        f"faces(Path({str(faces[0].path.parent)!r})); print('fontTools' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert said.stdout == "False\n"


def test_another_version_of_the_font_does_not_get_the_name_of_the_one_before(
    small_family: Path, tmp_path: Path
) -> None:
    before = font_files.faces(tmp_path / "cache")
    small_family.write_bytes(small_family.read_bytes() + b"\0\0\0\0")

    after = font_files.faces(tmp_path / "cache")

    assert {face.path for face in before}.isdisjoint(face.path for face in after)


@pytest.mark.usefixtures("small_family")
def test_a_font_that_cannot_be_written_to_the_end_leaves_no_file(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(ProblemsError):
            font_files.faces(tmp_path / "cache")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.usefixtures("small_family")
def test_whoever_is_reading_a_font_that_is_made_again_is_not_disturbed(tmp_path: Path) -> None:
    """The new file takes the name of the old one; it is not written into it."""
    face = font_files.faces(tmp_path)[0]
    face.path.write_bytes(b"damaged")

    with face.path.open("rb", buffering=0) as reader:
        font_files.faces(tmp_path)

        assert reader.read() == b"damaged"


def test_a_cache_that_cannot_be_made_is_a_problem_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ProblemsError) as error:
        font_files.faces(tmp_path / "file" / "cache")

    [problem] = error.value.problems
    assert problem.place == Place(tmp_path / "file" / "cache")
    assert problem.message == "The fonts cannot be stored here: Not a directory."
    assert problem.hint == "Make the folder writable, or set BUILD_PACK_CACHE to another folder."


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"BUILD_PACK_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/a"),
        ({"XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/b/build-pack"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/c"}, "/c/.cache/build-pack"),
        ({"HOME": "/c"}, "/c/.cache/build-pack"),
    ],
)
def test_the_cache_is_where_the_environment_says(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BUILD_PACK_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert default_cache() == Path(expected)


def test_a_user_without_a_home_is_told_to_name_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("BUILD_PACK_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)

    with pytest.raises(ProblemsError) as error:
        default_cache()

    assert "BUILD_PACK_CACHE" in error.value.problems[0].hint


def test_a_face_becomes_a_css_rule_with_a_quoted_uri() -> None:
    face = FontFace("Source Sans 3", 600, Path('/my "fonts"/a.ttf'), b"")

    assert font_face_css([face]) == (
        '@font-face { font-family: "Source Sans 3"; font-weight: 600;'
        ' src: url("file:///my%20%22fonts%22/a.ttf") format("truetype"); }'
    )
