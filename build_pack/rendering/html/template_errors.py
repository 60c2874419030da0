"""What goes wrong while a template runs, as a problem with its file and line."""

import re
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from build_pack.documents.shared.views import Document
from build_pack.planning.redaction import redacted
from build_pack.problems import Place, Problem
from build_pack.program_errors import is_program_error

_HINT = "Fix the template at this line."
_LONGEST = 200
_READ = re.compile(r"access to attribute '(.*)' of .* object is unsafe\.")
"""What Jinja says of something that is out of reach."""


def template_error(
    error: Exception, document: Document, template: Path, folders: Sequence[Path]
) -> Problem:
    """The problem for whatever was raised while `template` laid out a document."""
    place = _place(error, folders) or Place(template)
    message = _without_values(_message(error), document)
    typed = (document.visit.label, *document.visit.given)
    problem = redacted(Problem("template-invalid", place, message, _HINT), typed)
    return replace(problem, message=_shortened(problem.message))


def is_of_template(error: Exception, folders: Sequence[Path]) -> bool:
    """Whether it was raised while a template was read or ran, and not before or after."""
    if isinstance(error, TemplateError | RecursionError) or not is_program_error(error):
        return True
    return _place(error, folders) is not None


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"There is no template “{error.name}”."
        case SecurityError() if found := _READ.fullmatch(str(error)):
            return f"The template reads “{found[1]}”, which is not allowed in templates."
        case SecurityError():
            return f"The template {str(error).rstrip('.')}, which is not allowed in templates."
        case RecursionError():
            return "The template calls itself endlessly, or is nested too deeply."
        case UndefinedError() | TemplateSyntaxError():
            reason = error.message or "Not a valid template"
        case _:
            reason = str(error) or type(error).__name__
    return f"{reason.rstrip('.')}."


def _shortened(message: str) -> str:
    """Its first line, as far as it is short; cut only now, since half a name is not found."""
    line = message.strip().splitlines()[0]
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip('.')}."


def _without_values(message: str, document: Document) -> str:
    """The message without what the program itself says of the visit: its date and its place."""
    visit = document.visit
    for value in filter(None, (visit.moment, visit.date, visit.place)):
        message = re.sub(re.escape(value), "…", message, flags=re.IGNORECASE)
    return message


def _place(error: Exception, folders: Sequence[Path]) -> Place | None:
    """Where in a template it happened: Jinja gives its frames the file and line of these."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(Path(error.filename), error.lineno)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in folders):
            return Place(path, frame.lineno or 0)
    return None
