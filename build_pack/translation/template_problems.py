"""Words of a template that no catalog could hold: written into it, or put together at run time."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from build_pack.problems import Place, Problem

if TYPE_CHECKING:
    from jinja2 import Environment

_TEXTS = {"pgettext": 2, "npgettext": 3}
"""How many texts each function takes before anything else: the id and its English."""
_ATTRIBUTES = re.compile(r"(\s*[\w:-]+=(\"[^\"]*\"|'[^']*'))+\s*")
"""What a macro gives that is inside a tag."""
_SPOKEN = {"alt", "aria-label", "title"}
_LETTER = re.compile(r"[^\W\d_]")
_Found = tuple[int, str]
"""A line, and what is wrong there."""


def template_problems(path: Path, text: str) -> Iterator[Problem]:
    """What would be printed in English in every language; the template parses."""
    calls, words = _faults(text)
    for line, name in calls:
        message = f"The arguments of {name} are not literal texts, so they cannot be translated."
        hint = 'Use literal texts, as in pgettext("part.name", "Text"), and fill in values by name.'
        yield Problem("template-invalid", Place(path, line), message, hint)
    for line, said in words:
        message = f"The template itself contains the words “{said}”."
        hint = f'Give them an id: {{{{ pgettext("part.name", "{said}") }}}}.'
        yield Problem("template-invalid", Place(path, line), message, hint)


@lru_cache(maxsize=256)
def _faults(text: str) -> tuple[tuple[_Found, ...], tuple[_Found, ...]]:
    """Both kinds; kept, since the templates are read for each leaflet of a pack."""
    from jinja2 import Environment

    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    return (*_unreadable_calls(environment, text),), (*_written_words(environment, text),)


def _unreadable_calls(environment: "Environment", text: str) -> Iterator[_Found]:
    from jinja2 import nodes

    for call in environment.parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in _TEXTS:
            wanted = _TEXTS[call.node.name]
            texts = [isinstance(a, nodes.Const) and isinstance(a.value, str) for a in call.args]
            if texts[:wanted] != [True] * wanted:
                yield call.lineno, call.node.name


def _written_words(environment: "Environment", text: str) -> Iterator[_Found]:
    page = _TemplatePage()
    page.feed(_without_jinja(environment, text))
    page.close()
    return iter(page.found)


def _without_jinja(environment: "Environment", text: str) -> str:
    """The HTML of a template on its lines: all branches after each other, without Jinja's parts."""
    parts: list[str] = []
    lines = 1
    block = translated = False
    for line, kind, value in environment.lex(text):
        if kind == "block_begin":
            block = True
        elif kind == "name" and block:
            block, translated = False, value == "trans" or (translated and value != "endtrans")
        elif kind == "data" and not translated:
            parts.append("\n" * (line - lines) + value)
            lines = line + value.count("\n")
    return "".join(parts)


class _TemplatePage(HTMLParser):
    """Notes the words between tags, and those that a screen reader speaks, with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Found] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note the attributes that are words."""
        for name, value in attrs:
            if name in _SPOKEN:
                self._note(value or "")

    def handle_data(self, data: str) -> None:
        """Note what stands between tags, but not the text of a <style>."""
        if self.cdata_elem is None and not _ATTRIBUTES.fullmatch(data):
            self._note(data)

    def _note(self, words: str) -> None:
        if found := _LETTER.search(words):
            line = self.getpos()[0] + words.count("\n", 0, found.start())
            self.found.append((line, " ".join(words.split())))
