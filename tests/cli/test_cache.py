"""The cache of results on the command line: build again, look, clear, and do without."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_pack.cli.main import cli
from build_pack.storage.user_cache import user_cache
from tests.workshop import LEAFLET, ROOT

BUILD = (
    "build", LEAFLET, "--clinic", str(ROOT / "clinics" / "demo"), "--locale", "en",
    "--document", "consent",
)  # fmt: skip


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache of this test's own; what runs in this process has the same results there."""
    if fonts := user_cache():
        for font in fonts.glob("*.ttf"):
            (tmp_path / font.name).write_bytes(font.read_bytes())
    monkeypatch.setenv("BUILD_PACK_CACHE", str(tmp_path))
    return tmp_path / "results"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def pdfs(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.pdf")}


def built(out: Path, *more: str) -> dict[str, bytes]:
    result = run(*BUILD, "--out", str(out), *more)
    assert result.exit_code == 0, result.output
    [folder] = [path for path in (out, *out.iterdir()) if (path / LEAFLET).is_dir()]
    return pdfs(folder)


IMPORTED = """
import sys
from pathlib import Path
from build_pack import BuildRequest, DocumentKind, Workspace, build
workspace = Workspace.at(Path(sys.argv[1]), keeps_results=True)
consent = (DocumentKind.CONSENT,)
build(workspace, BuildRequest(sys.argv[2], Path(sys.argv[3]), ("en",), documents=consent))
print("weasyprint" in sys.modules)
"""


def test_a_build_of_the_same_prints_nothing_again_and_gives_the_same_bytes(tmp_path: Path) -> None:
    def imports_weasyprint(out: str) -> bool:
        given = (str(ROOT / "clinics" / "demo"), LEAFLET, str(tmp_path / out))
        command = [sys.executable, "-c", IMPORTED, *given]
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
        return said.stdout.strip() == "True"

    assert imports_weasyprint("first")
    assert not imports_weasyprint("again")
    first, again = pdfs(tmp_path / "first"), pdfs(tmp_path / "again")
    assert first == again == built(tmp_path / "plain", "--no-cache")
    assert first


def contents(folder: Path) -> Iterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


def test_nothing_of_a_patient_is_kept(tmp_path: Path, cache: Path) -> None:
    built(tmp_path / "blank")
    before = {path.name for path in cache.iterdir()}
    visit = ("--date", "2036-12-10T09:00", "--medicine", "Xyzolam", "--label", "Hüsniye 4711")
    assert built(tmp_path / "visit", *visit)
    kept = b"".join(contents(cache))
    for word in ("Xyzolam", "Hüsniye", "4711", "2036-12-10"):
        assert word.encode() not in kept
    new = {path.name for path in cache.iterdir()} - before
    assert all(b"JVBERi" not in (cache / name).read_bytes() for name in new)


def test_a_damaged_entry_is_made_again(tmp_path: Path, cache: Path) -> None:
    first = built(tmp_path / "first")
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-7])
    assert built(tmp_path / "again") == first


def test_info_says_how_much_is_kept_and_clear_deletes_it(cache: Path) -> None:
    cache.mkdir()
    (cache / "one").write_bytes(b"x" * 2_000_000)
    assert run("cache", "info").output.splitlines() == [str(cache), "1 results, 2.0 of 64.0 MB"]
    assert json.loads(run("cache", "info", "--format", "json").output) == {
        "folder": str(cache), "entries": 1, "bytes": 2_000_000, "most_bytes": 64_000_000,
    }  # fmt: skip
    assert run("cache", "clear").output == "Deleted 1 results, 2.0 MB.\n"
    assert [*cache.iterdir()] == []
    assert run("cache", "clear").output == "Deleted 0 results, 0.0 MB.\n"


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUILD_PACK_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert "Set BUILD_PACK_CACHE" in run("cache", "info").output
