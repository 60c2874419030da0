"""The documentation's site is whole, loads nothing from elsewhere, and can be searched offline."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.validation.axe import chromium
from tests.workshop import ROOT

WRITTEN = {".html", ".css", ".js"}
LOADS = re.compile(
    r"""(?:src|srcset)=["']?([^"' >]+)|<link[^>]*href="([^"]+)|url\(["']?([^"')]+)"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `./run docs` makes it: a link or an anchor that leads nowhere fails it."""
    folder = tmp_path_factory.mktemp("site")
    out = folder / "out"
    options = [
        "--quiet",
        "--fail-on-warning",
        "--conf-dir",
        "docs",
        "--doctree-dir",
        str(folder / "doctrees"),
    ]
    command = [sys.executable, "-m", "sphinx", *options, ".", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    return out


@pytest.fixture(scope="module")
def opened(site: Path) -> Iterator[Any]:
    """A page of a browser, with the addresses that it asks for and the errors that it tells."""
    with chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(10_000)
        page.asked, page.told = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda told: page.told.append(told.text))
        page.on("pageerror", lambda error: page.told.append(str(error)))
        page.first = (site / "index.html").as_uri()
        yield page


def texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in site.rglob("*"):
        if path.suffix in WRITTEN:
            yield str(path.relative_to(site)), path.read_text(encoding="utf-8")


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = {
        (name, next(filter(None, found)))
        for name, text in texts(site)
        for found in LOADS.findall(text)
    }
    assert len(loaded) > 50
    assert [one for one in sorted(loaded) if re.match(r"(?!data:)(?:\w+:|//)", one[1])] == []


def test_no_folder_of_this_machine_is_named(site: Path) -> None:
    assert [name for name, text in texts(site) if str(ROOT) in text] == []


def test_the_first_page_shows_pages_of_a_pack(opened: Any) -> None:
    opened.goto(opened.first)
    opened.wait_for_url("**/docs/index.html")
    drawn = opened.eval_on_selector_all("article img", "all => all.map(one => one.naturalWidth)")
    assert len(drawn) > 4
    assert min(drawn) > 0


@pytest.mark.parametrize(
    ("words", "first", "excerpt"),
    [
        ("citation-unknown", "citation-unknown", "A text cites a reference"),
        ("warfarin", "", "warfarin"),
        ("Ağrı", "", "Ağrı"),
    ],
)
def test_a_search_finds_pages_with_an_excerpt(
    opened: Any, words: str, first: str, excerpt: str
) -> None:
    opened.goto(opened.first.replace("index.html", "docs/index.html"))
    opened.fill("input[name=q]", words)
    opened.press("input[name=q]", "Enter")
    opened.wait_for_selector("#search-results p.context")
    found = opened.text_content("#search-results li")
    assert first in found
    assert excerpt in found
    assert {address.partition(":")[0] for address in opened.asked} <= {"file", "data"}
    assert opened.told == []
