"""What of a layout is signed: each file that is not the program's own, by name and content."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from build_pack.content.clinic_layout import LayoutFiles, changed_files, load_layout
from build_pack.content.library import Library, shipped_library
from build_pack.content.pictures.logo import Logo
from tests.content.samples import refusal

PAGE = (shipped_library() / "templates" / "css" / "page.css").read_bytes()


def read(clinic: Path, *library: Path, logo: Logo | None = None) -> LayoutFiles:
    return load_layout(Library(library or (shipped_library(),)).with_clinic(clinic), clinic, logo)


def put(folder: Path, name: str, content: bytes = b"x") -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(found: LayoutFiles) -> list[str]:
    return [name for name, _ in found.files]


def test_the_programs_own_is_covered_by_its_version(tmp_path: Path) -> None:
    assert not read(tmp_path).files
    put(tmp_path, "css/page.css", PAGE)
    assert not read(tmp_path).files


def test_every_file_counts_whatever_its_ending(tmp_path: Path) -> None:
    for name in ("css/page.css", "icons/do.svg", "a", ".hidden/b.txt", "c~", "d.css.bak"):
        put(tmp_path, name)
    digest = sha256(b"x").hexdigest()
    found = read(tmp_path)
    assert found.words == "\n".join(
        f"templates/{name}: SHA-256 {digest}"
        for name in (".hidden/b.txt", "a", "css/page.css", "c~", "d.css.bak", "icons/do.svg")
    )


def test_the_logo_counts_as_it_was_read(tmp_path: Path) -> None:
    found = read(tmp_path, logo=Logo(tmp_path / "logo.svg", b"shapes"))
    assert found.files == (("logo.svg", sha256(b"shapes").hexdigest()),)


def test_a_library_that_did_not_come_with_the_program_counts_where_it_differs(
    tmp_path: Path,
) -> None:
    other, clinic = tmp_path / "other", tmp_path / "clinic"
    put(other, "css/page.css", PAGE)
    put(other, "css/base.css")
    assert names(read(clinic, other)) == ["library/templates/css/base.css"]


def test_a_copy_of_the_programs_counts_where_it_takes_the_place_of_another(tmp_path: Path) -> None:
    other, clinic = tmp_path / "other", tmp_path / "clinic"
    put(other, "css/page.css")
    put(clinic, "css/page.css", PAGE)
    assert names(read(clinic, other)) == [
        "library/templates/css/page.css",
        "templates/css/page.css",
    ]


def test_a_name_is_the_same_however_a_computer_writes_its_accents(tmp_path: Path) -> None:
    put(tmp_path / "a", "ö.css")
    put(tmp_path / "b", "o\u0308.css")
    assert read(tmp_path / "a").files
    assert names(read(tmp_path / "a")) == names(read(tmp_path / "b"))


def test_a_link_inside_counts_by_what_it_leads_to(tmp_path: Path) -> None:
    put(tmp_path, "icons/a.svg", b"one")
    (tmp_path / "templates" / "b.svg").symlink_to("icons/a.svg")
    (tmp_path / "templates" / "more").symlink_to("icons")
    (tmp_path / "templates" / "round").symlink_to(".")
    found = read(tmp_path)
    assert names(found) == [f"templates/{one}" for one in ("b.svg", "icons/a.svg", "more/a.svg")]
    before = found.words
    put(tmp_path, "icons/a.svg", b"two")
    again = read(tmp_path)
    assert changed_files(before, again.words) == tuple(f"{one} was changed" for one in names(again))


@pytest.mark.parametrize("made", ["outside", "nowhere", "itself", "pipe", "hidden"])
def test_what_cannot_be_signed_is_named(tmp_path: Path, made: str) -> None:
    clinic = tmp_path / "clinic"
    path = put(clinic, "css/a.css").with_name("b.css")
    (tmp_path / "secret.css").write_text("x")
    match made:
        case "outside":
            path.symlink_to(tmp_path / "secret.css")
        case "nowhere":
            path.symlink_to("c.css")
        case "itself":
            path.symlink_to("b.css")
        case "pipe":
            os.mkfifo(path)
        case _:
            path.with_name("a\u202eb.css").write_text("x")
    [problem] = refusal(read, clinic)
    leads_out = made in {"outside", "itself"}
    assert problem.code == ("resource-refused" if leads_out else "file-unreadable")
    assert problem.place.path in {path, path.parent}


def test_so_many_files_are_no_layout(tmp_path: Path) -> None:
    for number in range(1001):
        put(tmp_path, str(number), b"")
    [problem] = refusal(read, tmp_path)
    assert problem.message == "There are more than 1,000 files here, which is the maximum."


def test_what_changes_comes_or_goes_after_it_was_read_is_not_seen(tmp_path: Path) -> None:
    clinic, later = tmp_path / "clinic", tmp_path / "later"
    changed, gone = put(clinic, "css/page.css"), put(clinic, "icons/do.svg")
    found, none = read(clinic).snapshot, read(later).snapshot
    changed.write_bytes(b"other")
    gone.unlink()
    added, first = put(clinic, "css/base.css"), put(later, "css/base.css")
    assert (found.read(changed), found.read(gone)) == (b"x", b"x")
    assert found.read(clinic / "templates" / "icons" / ".." / "css" / "page.css") == b"x"
    assert not found.is_file(added)
    assert not none.is_file(first)
    assert refusal(found.read, added)[0].code == "file-missing"


def test_a_link_that_is_turned_leads_to_what_it_led_to(tmp_path: Path) -> None:
    first, other = put(tmp_path, "a.css", b"a"), put(tmp_path, "b.css", b"b")
    link = first.with_name("page.css")
    link.symlink_to(first)
    found = read(tmp_path).snapshot
    link.unlink()
    link.symlink_to(other)
    assert found.read(link) == b"a"


def test_files_that_are_large_together_are_no_layout(tmp_path: Path) -> None:
    for number in range(11):
        with put(tmp_path, str(number), b"").open("wb") as file:
            file.truncate(9_900_000)
    [problem] = refusal(read, tmp_path)
    assert problem.message == (
        "The files here are larger in total than 100,000,000 bytes, which is the maximum."
    )


def test_what_became_of_files_is_said_in_words() -> None:
    before = "a.css: SHA-256 1\nb: SHA-256 c.css: SHA-256 2\nlogo.svg: SHA-256 3"
    after = "a.css: SHA-256 4\nlogo.svg: SHA-256 3\nnew: SHA-256 5"
    assert changed_files(before, after) == (
        "a.css was changed",
        "new was added",
        "b: SHA-256 c.css was removed",
    )
