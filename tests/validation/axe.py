"""Pages of HTML held against WCAG by axe-core, in the Chromium that the system has."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from shutil import which
from typing import Any

_AXE = Path(str(files("axe_playwright_python") / "axe.min.js"))
_WIDTHS = (1280, 320)
"""Pixels: a computer, and a telephone or a page enlarged four times (WCAG 2.2, 1.4.10)."""
_RUN = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"


@dataclass(frozen=True)
class Violation:
    """A rule that a page breaks, and the elements that break it."""

    rule: str
    says: str
    elements: tuple[str, ...]


class Browser:
    """A browser that holds one page after another against axe's rules; it loads nothing else."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self.rules = 0
        """How many rules pages have passed so far."""

    def violations(self, html: str) -> list[Violation]:
        """All that is wrong with a page on a wide and on a narrow screen."""
        return [found for width in _WIDTHS for found in self._violations(html, width)]

    def _violations(self, html: str, width: int) -> Iterator[Violation]:
        page = self._browser.new_page(viewport={"width": width, "height": 800})
        try:
            page.set_content(html)
            page.evaluate(_AXE.read_text(encoding="utf-8"))
            results = page.evaluate(_RUN)
            across = page.evaluate("document.documentElement.scrollWidth")
        finally:
            page.close()
        self.rules += len(results["passes"])
        for one in results["violations"]:
            where = tuple(node["html"] for node in one["nodes"])
            yield Violation(one["id"], one["help"], where)
        if across > width:
            yield Violation("reflow", f"The page is {across} pixels wide on {width}.", ())


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium, to hold pages against axe's rules."""
    with chromium() as started:
        yield Browser(started)


@contextmanager
def chromium() -> Iterator[Any]:
    """Start the system's Chromium without a window."""
    from playwright.sync_api import sync_playwright

    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    assert program, "Chromium is not installed: ./run test installs it"
    with sync_playwright() as playwright:
        # Root, as in a container, has no sandbox; the pages are ours and load nothing.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield started
        finally:
            started.close()
