"""How Sphinx makes the documentation's site: `./run docs`. It loads nothing from elsewhere."""

import json
from pathlib import Path
from typing import Any

import fontpkg
from sphinx.application import Sphinx

project = "build-pack"
html_title = "build-pack"
html_theme = "furo"
extensions = ["myst_parser"]

root_doc = "docs/index"
include_patterns = ["docs/*.md", "*.md"]
exclude_patterns = [".*", "out", "dist", "tests", "build_pack"]  # large, and without pages
nitpicky = True
locale_dirs: list[str] = []  # our catalogs are not for these pages

myst_heading_anchors = 4

templates_path = ["_templates"]
html_additional_pages = {"index": "to-first-page.html"}
html_static_path = ["_static", str(fontpkg.path("Source Sans 3"))]
html_css_files = ["site.css"]
html_search_scorer = str(Path(__file__).with_name("_static") / "scorer.js")
html_copy_source = False
html_use_index = False
html_show_copyright = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#0f4c5c",
        "color-brand-content": "#0f6478",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8fd0e0",
        "color-brand-content": "#8fd0e0",
    },
    "footer_icons": [],
}

_SEARCH = "search"
_TEXTS = "texts.js"


def setup(site: Sphinx) -> None:
    """Let the search show excerpts also where a browser may not read a second file."""
    texts: dict[str, str] = {}

    def keep(
        _site: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: Any
    ) -> None:
        if doctree:
            texts[f"{page}.html"] = f'<div role="main">{context["body"]}</div>'
        elif page == _SEARCH:
            site.add_js_file(_TEXTS)
            site.add_js_file("excerpts.js")

    def write(_: Sphinx, fault: Exception | None) -> None:
        if not fault:
            path = Path(site.outdir) / "_static" / _TEXTS
            path.write_text(f"const TEXTS = {json.dumps(texts)};\n", encoding="utf-8")

    site.connect("html-page-context", keep)
    site.connect("build-finished", write)
