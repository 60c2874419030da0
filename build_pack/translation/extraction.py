"""The words of templates and of the program's sentences, found in the sources themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_pack.content.library import Library
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.translation.segments import Segment

_KEYWORDS: dict[str, tuple[Any, ...]] = {
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_JINJA_OPTIONS = {"silent": "false", "newstyle_gettext": "true", "trimmed": "true"}


def ui_segments(library: Library) -> tuple[Segment, ...]:
    """Every text of `templates/` and of composed documents, by id, templates first.

    Raises `ProblemsError` for a template that does not parse, or an id with two texts.
    """
    segments: dict[str, Segment] = {}
    problems: list[Problem] = []
    for path, method in _sources(library):
        for segment in _extract(path, method):
            first = segments.setdefault(segment.id, segment)
            if (first.source, first.plural) != (segment.source, segment.plural):
                message = f"The id “{segment.id}” bears another text at {first.place}."
                hint = "Give one of the two texts an id of its own."
                problems.append(Problem("id-duplicate", segment.place, message, hint))
    if problems:
        raise ProblemsError(problems)
    return tuple(segments.values())


def _sources(library: Library) -> Iterator[tuple[Path, str]]:
    seen: set[Path] = set()
    for folder in library.template_folders():
        for path in sorted(folder.rglob("*.jinja")):
            name = path.relative_to(folder)
            if name not in seen:
                seen.add(name)
                yield path, "jinja2"
    documents = Path(__file__).resolve().parents[1] / "documents"
    for path in sorted(documents.glob("*.py")):
        yield path, "python"


def _extract(path: Path, method: str) -> Iterator[Segment]:
    from babel.messages.extract import extract
    from jinja2 import TemplateSyntaxError
    from jinja2.ext import babel_extract

    how: Any = babel_extract if method == "jinja2" else method
    with path.open("rb") as file:
        try:
            found = list(extract(how, file, _KEYWORDS, ["Translators:"], _JINJA_OPTIONS))
        except TemplateSyntaxError as error:
            hint = "Mend the template; the line is where Jinja lost its way."
            place = Place(path, error.lineno)
            raise ProblemsError(
                [Problem("render-warning", place, f"{error.message}.", hint)]
            ) from error
    for line, message, comments, context in found:
        texts = message if isinstance(message, tuple) else (message, None)
        note = " ".join(comments).removeprefix("Translators:").strip()
        yield Segment(context or "", texts[0], Place(path, line), texts[1], note)
