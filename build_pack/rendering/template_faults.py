"""What goes wrong while a template runs, as a problem with its file and line."""

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from build_pack.documents.model import Document
from build_pack.problems import Place, Problem

_HINT = "Fix the template at this line."
_LONGEST = 200
_LEAST = 2
"""Letters of a value of a visit that is looked for in messages."""


def template_fault(
    error: Exception, document: Document, template: Path, folders: Sequence[Path]
) -> Problem:
    """The problem for whatever was raised while `template` laid out a document."""
    place = _place(error, folders) or Place(template)
    message = _message(error)
    if any(value in message.casefold() for value in _private(document)):
        message = "It asks for something that the document does not have."
    return Problem("template-invalid", place, message, _HINT)


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"There is no template “{error.name}”."
        case SecurityError():
            return f"The template {str(error).rstrip('.')}, which no template may."
        case RecursionError():
            return "The template calls itself without end, or is nested too deeply."
        case UndefinedError() | TemplateSyntaxError():
            said = error.message or "Not a valid template"
        case _:
            said = str(error) or type(error).__name__
    return f"{said.splitlines()[0][:_LONGEST].rstrip('.')}."


def _private(document: Document) -> Iterator[str]:
    """What was said of a visit, which no message may repeat."""
    for value in astuple(document.visit):
        for text in value if isinstance(value, tuple) else (value,):
            if len(text) >= _LEAST:
                yield text.casefold()


def _place(error: Exception, folders: Sequence[Path]) -> Place | None:
    """Where in a template it happened: Jinja gives its frames the file and line of these."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(Path(error.filename), error.lineno)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in folders):
            return Place(path, frame.lineno or 0)
    return None
