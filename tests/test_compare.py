"""Two sets of pages compared: what counts as a difference, and how it is told."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream, String

from gallery.compare.differences import differences
from gallery.compare.masks import PROGRAM, PROGRAM_AND_LEDGER, is_same

ROOT = Path(__file__).parents[1]
PAGE = "BT /F 20 Tf 20 100 Td ({}) Tj ET 10 10 {} 5 re f"
Sets = Callable[[str, bytes, bytes], list[str]]


def pdf(
    text: str = "left",
    width: int = 20,
    title: str = "A sheet",
    origin: str = "a" * 32,
    **record: str,
) -> bytes:
    """A PDF of a page as the program seals it."""
    written = BytesIO()
    with Pdf.new() as file:
        page = file.add_blank_page(page_size=(200, 200))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F=font))
        page.Contents = Stream(file, PAGE.format(text, width).encode())
        file.Root.Metadata = Stream(file, b"<xmp/>")
        file.docinfo.Title = String(title)
        whole = {"program": "build-pack 0.1.0", "ledger": "", "kind": "leaflet"} | record
        file.docinfo[Name("/buildpack")] = String(json.dumps([whole]))
        file.save(written, deterministic_id=True, fix_metadata_version=False)
    content = written.getvalue()
    start = content.rindex(b"/ID [<") + len("/ID [<")
    digest = sha256(content).hexdigest()[:32]
    identifier = f"{origin}><{digest}"
    return content[:start] + identifier.encode() + content[start + len(identifier) :]


@pytest.fixture
def sets(tmp_path: Path) -> Sets:
    """Two sets of one file: what is told of them."""

    def told(name: str, before: bytes, after: bytes) -> list[str]:
        for folder, content in (("before", before), ("after", after)):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / name).write_bytes(content)
        count, found = differences(tmp_path / "before", tmp_path / "after")
        assert count == 1
        return [where for one in found for where in one.where]

    return told


def test_equal_files_do_not_differ(sets: Sets) -> None:
    assert sets("pack.pdf", pdf(), pdf()) == []


@pytest.mark.parametrize("name", ["line-002.pdf", "contents.pdf", "all.pdf"])
def test_a_pack_of_a_day_may_be_made_by_other_sources(sets: Sets, name: str) -> None:
    assert sets(name, pdf(), pdf(origin="b" * 32)) == []


def test_a_pack_of_a_day_may_be_made_by_another_version(sets: Sets) -> None:
    other = pdf(origin="b" * 32, program="build-pack 0.2.0")
    assert sets("line-002.pdf", pdf(), other) == []


@pytest.mark.parametrize(("free", "same"), [(PROGRAM, False), (PROGRAM_AND_LEDGER, True)])
def test_other_signatures_differ_unless_they_may(free: re.Pattern[bytes], same: bool) -> None:
    name, before, after = Path("pack.pdf"), pdf(ledger="0a"), pdf(ledger="0b")
    assert is_same(name, before, after, free) is same
    assert not is_same(name, before, pdf("right", ledger="0b"), free)


def test_any_other_file_may_not_be_made_of_other_texts(sets: Sets) -> None:
    assert sets("pack.pdf", pdf(), pdf(origin="b" * 32)) == ["no page: origin in the identifier"]


def test_the_version_of_the_program_may_differ(sets: Sets) -> None:
    assert sets("pack.pdf", pdf(), pdf(program="build-pack 0.2.0")) == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({"text": "right"}, "page 1: text, “left” became “right”"),
        ({"width": 30}, "page 1: picture"),
        ({"title": "A page"}, "no page: /Title, “A sheet” became “A page”"),
    ],
)
@pytest.mark.parametrize("program", ["build-pack 0.1.0", "build-pack 0.2.0"])
def test_a_difference_is_told_with_its_page(
    sets: Sets, after: dict[str, Any], told: str, program: str
) -> None:
    found = sets("pack.pdf", pdf(), pdf(**after, program=program))
    assert found[0] == told


def test_the_words_of_a_web_page_are_told_apart_from_its_markup(sets: Sets) -> None:
    told = sets("leaflet.html", b"<p>call us</p>", b"<b>call us</b>")
    assert told == ["markup, “<p>call us</p>” became “<b>call us</b>”"]


def test_a_web_page_may_name_another_version(sets: Sets) -> None:
    page = b'<meta content="[{&#34;program&#34;: &#34;build-pack 0.1.0&#34;}]">'
    assert sets("leaflet.html", page, page.replace(b"0.1.0", b"0.2.0")) == []


def test_a_word_of_a_web_page_is_told(sets: Sets) -> None:
    told = sets("leaflet.html", b"<p>call us <br>now</p>", b"<p>call us <br>later</p>")
    assert told == ["text, “us now” became “us later”"]


def test_a_file_of_one_set_alone_is_told(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    (tmp_path / "after" / "pack.pdf").write_bytes(pdf())
    _, [found] = differences(tmp_path / "before", tmp_path / "after")
    assert str(found) == "pack.pdf\n    only after"


def manifest(folder: Path, version: str, of: bytes) -> None:
    """A set of one PDF with a manifest that has the digest of `of`."""
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(pdf(program=version))
    files = [{"path": "pack.pdf", "sha256": sha256(of).hexdigest()}]
    data = {"build_pack": version, "files": files}
    (folder / "manifest.json").write_text(json.dumps(data), "utf-8")


def test_a_manifest_may_name_another_version_and_the_digests_of_its_files(tmp_path: Path) -> None:
    for folder, version in (("before", "build-pack 0.1.0"), ("after", "build-pack 0.2.0")):
        manifest(tmp_path / folder, version, pdf(program=version))
    assert differences(tmp_path / "before", tmp_path / "after") == (2, [])


def test_a_digest_in_a_manifest_is_that_of_the_file(tmp_path: Path) -> None:
    manifest(tmp_path / "before", "build-pack 0.1.0", pdf())
    manifest(tmp_path / "after", "build-pack 0.1.0", b"another file")
    _, [found] = differences(tmp_path / "before", tmp_path / "after")
    assert str(found).startswith('manifest.json\n    data, “"sha256": ""” became')


@pytest.mark.parametrize(("after", "code"), [(b"same", 0), (b"other", 1), (None, 1)])
def test_the_exit_code_says_whether_something_was_compared_and_is_equal(
    tmp_path: Path, after: bytes | None, code: int
) -> None:
    for folder, content in (("before", after and b"same"), ("after", after)):
        (tmp_path / folder).mkdir()
        if content:
            (tmp_path / folder / "prints.jsonl").write_bytes(content)
    command = [sys.executable, "-m", "gallery.compare", "diff"]
    folders = [tmp_path / "before", tmp_path / "after"]
    done = subprocess.run([*command, *folders], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


def test_the_clock_of_a_set_stands_still() -> None:
    asked = "from datetime import UTC, datetime; print(datetime.now(UTC).isoformat())"
    clock = {"PYTHONPATH": str(ROOT / "gallery/compare/fixed_clock"), "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-c", asked]
    done = subprocess.run(
        command, env=os.environ | clock, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1970-01-01T00:00:00+00:00"
