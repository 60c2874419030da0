"""The fetcher alone: whatever the URL, nothing outside the folders is read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_pack.problems import ProblemsError
from build_pack.rendering.weasyprint.resource_fetcher import RootedFetcher
from build_pack.storage.snapshot import Snapshot

PIECES = ["..", ".", "", "inside", "link", "file.txt", "outside", "%2e%2e", "%2F", "%00", "é", "~"]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an allowed folder and one beside it, with a file each and a link from one to the other.

    The file names the folder that it is in.
    """
    top = tmp_path_factory.mktemp("tree")
    for name in ("inside", "outside"):
        (top / name).mkdir()
        (top / name / "file.txt").write_text(name)
    (top / "inside" / "link").symlink_to(top / "outside")
    return top


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("/".join), st.sampled_from(["", "?q", "#f"])
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_leads_out_of_the_folder(tree: Path, path: str, rest: str) -> None:
    fetcher = RootedFetcher([tree / "inside"])
    try:
        content = fetcher.fetch(f"{tree.as_uri()}/inside/{path}{rest}").read()
    except (ValueError, OSError):
        return
    assert content == b"inside"


@pytest.mark.parametrize("path", ["file.txt", "./file.txt", "file.txt?x", "%66ile.txt#x"])
def test_a_file_in_the_folder_is_read(tree: Path, path: str) -> None:
    fetcher = RootedFetcher([tree / "inside"])

    assert fetcher.fetch(f"{tree.as_uri()}/inside/{path}").read() == b"inside"


def test_what_was_read_before_is_given_as_it_was_wherever_a_link_leads_now(tree: Path) -> None:
    path = tree / "inside" / "link" / "file.txt"
    snapshot = Snapshot((Snapshot.key(tree / "inside"),), {Snapshot.key(path): b"before"})
    fetcher = RootedFetcher([tree / "inside"], snapshot)
    assert fetcher.fetch(path.as_uri()).read() == b"before"
    with pytest.raises(ProblemsError):
        fetcher.fetch((tree / "inside" / "file.txt").as_uri())


def test_a_folder_that_is_itself_a_link_may_be_a_root(tree: Path) -> None:
    fetcher = RootedFetcher([tree / "inside" / "link"])

    assert fetcher.fetch(f"{tree.as_uri()}/inside/link/file.txt").read() == b"outside"


def test_the_content_type_goes_by_the_ending(tree: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    (tree / "inside" / "logo.svg").write_text(svg)

    response = RootedFetcher([tree]).fetch(f"{tree.as_uri()}/inside/logo.svg")

    assert response.content_type == "image/svg+xml"


def test_a_data_url_is_read() -> None:
    assert RootedFetcher([]).fetch("data:text/plain,Merhaba").read() == b"Merhaba"


@pytest.mark.parametrize(
    "url",
    [
        "http://clinic.example/logo.png",
        "https://clinic.example/logo.png",
        "ftp://clinic.example/logo.png",
        "FILE:///etc/passwd",
        "file://localhost/etc/passwd",
        "file://clinic.example/etc/passwd",
        "file:etc/passwd",
        "file:",
        "file:///",
        "file:///%00",
        "gopher:x",
        "relative.png",
        "",
    ],
)
def test_anything_else_is_refused_and_remembered(tree: Path, url: str) -> None:
    fetcher = RootedFetcher([tree / "inside"])

    with pytest.raises(ValueError, match="is not in the allowed folders"):
        fetcher.fetch(url)

    assert fetcher.refused == [url]


def test_a_file_of_another_machine_is_not_taken_for_one_of_ours(tree: Path) -> None:
    fetcher = RootedFetcher([tree / "inside"])

    with pytest.raises(ValueError, match="is not in the allowed folders"):
        fetcher.fetch(f"file://clinic.example{tree}/inside/file.txt")


def test_the_working_directory_does_not_matter(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "inside")

    with pytest.raises(ValueError, match="is not in the allowed folders"):
        RootedFetcher([tree / "inside"]).fetch("file:file.txt")


def test_a_folder_whose_name_only_begins_alike_is_outside(tree: Path) -> None:
    fetcher = RootedFetcher([tree / "in"])

    with pytest.raises(ValueError, match="is not in the allowed folders"):
        fetcher.fetch(f"{tree.as_uri()}/inside/file.txt")
