"""The words of templates and of the program's sentences, found in the sources themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from build_pack.content.inline_markup import MARKS_HINT, MarkupError, has_lone_percent, marks
from build_pack.content.library import ALONE, Library, program_templates
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.kept_results import kept
from build_pack.storage.memoization import memoized
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.storage.text_files import decoded
from build_pack.text.hidden_characters import hidden_problems
from build_pack.translation.segments import Segment
from build_pack.translation.template_problems import template_problems
from build_pack.translation.ui_word_usage import documents_by_word

_KEYWORDS: dict[str, tuple[Any, ...]] = {
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    # Without an id; they are looked for so that none is left out in silence.
    "gettext": (1,),
    "ngettext": (1, 2),
    "_": (1,),
}
_JINJA_OPTIONS = {"silent": "false", "newstyle_gettext": "true", "trimmed": "true"}
_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*")


@memoized
def ui_segments(library: Library, snapshot: Snapshot = NOTHING) -> tuple[Segment, ...]:
    """Every text of `templates/` and of composed documents, by id, templates first.

    Those of the program's own templates are among them, whatever replaces these: web pages and
    what every page bears are laid out by them alone. What `snapshot` has is taken from it.

    Raises `ProblemsError` for a template that does not parse, words outside of the catalogs, a
    text without an id such as `leaflet.title`, or an id with two texts.
    """
    try:
        templates = _templates(library, snapshot), _in(program_templates())
        texts = _texts(templates[0], snapshot), _texts(templates[1])
    except ProblemsError:  # told with those of all other templates
        return _found(library, snapshot)
    shape, rests_on = tuple[Segment, ...], (templates, texts)
    return kept("words of templates", shape, rests_on, lambda: _found(library, snapshot))


def _found(library: Library, snapshot: Snapshot) -> tuple[Segment, ...]:
    segments: dict[str, Segment] = {}
    problems: list[Problem] = []
    for path, method in _sources(library, snapshot):
        try:
            text, found = _extract(path, method, snapshot)
        except ProblemsError as error:
            problems += error.problems
            continue
        if method == "jinja2":
            problems += template_problems(path, text)
        for segment in found:
            first = segments.setdefault(segment.id, segment)
            problems += _faults(segment, first)
    if problems:
        raise ProblemsError(problems)
    modules = _modules()
    found_in = documents_by_word(_texts(_templates(library, snapshot), snapshot), modules)
    for name, kinds in documents_by_word(_texts(_in(program_templates())), modules).items():
        found_in.setdefault(name, set()).update(kinds)
    return tuple(
        replace(one, kinds=frozenset(found_in.get(one.id, ()))) for one in segments.values()
    )


def _faults(segment: Segment, first: Segment) -> Iterator[Problem]:
    if not _ID.fullmatch(segment.id):
        message = f"The text “{segment.source}” has no id such as “leaflet.title”."
        hint = f'Write pgettext("part.name", "{segment.source}").'
        yield Problem("template-invalid", segment.place, message, hint)
    elif (first.source, first.plural) != (segment.source, segment.plural):
        message = f"The id “{segment.id}” is used for a different text at {first.place}."
        hint = "Give one of the two texts another id."
        yield Problem("id-duplicate", segment.place, message, hint)
    if segment.filled and has_lone_percent(segment.source + (segment.plural or "")):
        message = f"The text “{segment.id}” has a single %."
        hint = "Write %% for a per cent sign, because values are filled into this text."
        yield Problem("template-invalid", segment.place, message, hint)
    for text in (segment.source, segment.plural or ""):
        try:
            marks(text)
        except MarkupError as error:
            message = f"The text “{segment.id}”: {error}."
            yield Problem("markup-invalid", segment.place, message, MARKS_HINT)


def _sources(library: Library, snapshot: Snapshot) -> Iterator[tuple[Path, str]]:
    templates = [*_templates(library, snapshot).values(), *_in(program_templates()).values()]
    yield from ((path, "jinja2") for path in dict.fromkeys(templates))
    yield from ((path, "python") for path in _modules().values())


def _templates(library: Library, snapshot: Snapshot) -> dict[str, Path]:
    """Each template by its name: a clinic's goes before the library's."""
    found: dict[str, Path] = {}
    for folder in library.folders:
        for name, path in _in(folder / "templates", snapshot).items():
            if name not in ALONE:
                found.setdefault(name, path)
    return found


def _in(folder: Path, snapshot: Snapshot = NOTHING) -> dict[str, Path]:
    """The templates of one folder by their names."""
    found = (path for path in snapshot.below(folder) if path.suffix == ".jinja")
    return {path.relative_to(folder).as_posix(): path for path in found}


def _texts(templates: Mapping[str, Path], snapshot: Snapshot = NOTHING) -> dict[str, str]:
    return {name: decoded(snapshot.read(path), path) for name, path in templates.items()}


def _modules() -> dict[str, Path]:
    """The modules that compose documents, by their names below `build_pack.documents`."""
    documents = Path(__file__).resolve().parents[1] / "documents"
    paths = sorted(documents.rglob("*.py"))
    return {".".join(path.relative_to(documents).with_suffix("").parts): path for path in paths}


def _extract(path: Path, method: str, snapshot: Snapshot) -> tuple[str, list[Segment]]:
    """One file and the texts in it, or `ProblemsError`."""
    from jinja2 import TemplateSyntaxError

    text = decoded(snapshot.read(path), path)
    if hidden := list(hidden_problems(path, enumerate(text.split("\n"), 1))):
        raise ProblemsError(hidden)
    try:
        found = _messages(text, method)
    except TemplateSyntaxError as error:
        hint = "Fix the template; Jinja stopped at this line."
        complaint = f"{(error.message or 'Not a valid template').rstrip('.')}."
        problem = Problem("template-invalid", Place(path, error.lineno), complaint, hint)
        raise ProblemsError([problem]) from error
    except RecursionError as error:
        hint = "Check the brackets and the blocks of the template."
        message = "The template is nested too deeply."
        raise ProblemsError([Problem("template-invalid", Place(path), message, hint)]) from error
    return text, [_segment(path, *one) for one in found]


@lru_cache(maxsize=256)
def _messages(text: str, method: str) -> tuple[Any, ...]:
    """What Babel finds in a text; kept, since the templates are read for each leaflet of a pack."""
    from babel.messages.extract import extract
    from jinja2.ext import babel_extract

    how: Any = babel_extract if method == "jinja2" else method
    file = BytesIO(text.encode())
    return tuple(extract(how, file, _KEYWORDS, ["Translators:"], _JINJA_OPTIONS))


def _segment(
    path: Path, line: int, message: Any, comments: list[str], context: str | None
) -> Segment:
    texts = message if isinstance(message, tuple) else (message, None)
    note = " ".join(comments).removeprefix("Translators:").strip()
    return Segment(context or "", texts[0], Place(path, line), texts[1], note)
