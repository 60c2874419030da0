"""Which options of a command line have texts with blanks that lack their quotation marks.

No value is repeated: it may say who a patient is, and what is taken.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import click

_TEXTS = frozenset({"medicines", "label", "name", "by", "reason", "note", "title", "start"})
"""Options in whose values blanks are usual, by the names of their parameters."""
_CLOCK = re.compile(r"[0-9]{1,2}[:.]?[0-9]{2}")
_PLAIN = re.compile(r"[\w@%+=:,./-]+")
"""What a shell takes as one word without quotes."""

Part = tuple[str, list[str]]
"""An option with the words after it; an empty name for words that are arguments."""


def with_quotation_marks(
    command: click.Command,
    context: click.Context,
    args: Sequence[str],
    is_argument: Callable[[str], bool] | None = None,
) -> str:
    """What to write if words belong to the option before them; empty if there are none such.

    A last word for which `is_argument` holds is an argument. Nothing else is guessed.
    """
    paths = {o.name for o in command.params if isinstance(o.type, click.Path)}
    for names in (_TEXTS, _TEXTS | paths):
        parts = list(_parts(command, context, args, names))
        loose = [part for part in parts if part[0] and len(part[1]) > 1]
        arguments = [word for name, words in parts if not name for word in words]
        if loose and not arguments and is_argument and is_argument(loose[-1][1][-1]):
            arguments.append(loose[-1][1].pop())
        wrong = dict.fromkeys(name for name, words in loose if len(words) > 1)
        expected = sum(isinstance(one, click.Argument) for one in command.params)
        if (
            wrong
            and len(arguments) <= expected
            and all(_is_plausible(command, *one) for one in loose)
        ):
            spoken = " … ".join(f'{name} "…"' for name in wrong)
            said = (
                f"Put text that contains spaces in quotation marks, here after {', '.join(wrong)}:"
            )
            return f"{said}\n    {context.command_path} … {spoken}"
    return ""


def _parts(
    command: click.Command, context: click.Context, args: Sequence[str], texts: Collection[str]
) -> Iterator[Part]:
    """A command line cut before each option, and after what is not for an option."""
    options = {name: one for one in command.get_params(context) for name in one.opts}
    part: Part = ("", [])
    limit = len(args)
    for arg in args:
        name, equals, value = arg.partition("=")
        needs_value = bool(part[0]) and limit > 0 and not part[1]
        if arg.startswith("-") and not needs_value:
            yield part
            part = (name, [value] if equals else [])
            limit = _max_words(options.get(name), texts, len(args))
        elif part[0] and len(part[1]) >= limit:
            yield part
            part, limit = ("", [arg]), len(args)
        else:
            part[1].append(arg)
    yield part


def _is_plausible(command: click.Command, name: str, words: Sequence[str]) -> bool:
    """Whether these words are a value together: a folder that is there, a date and a time."""
    if name == "--date":
        return all(_CLOCK.fullmatch(word) for word in words[1:])
    types = [one.type for one in command.params if name in one.opts]
    must_exist = any(isinstance(each, click.Path) and each.exists for each in types)
    return not must_exist or Path(" ".join(words)).exists()


def _max_words(option: click.Parameter | None, texts: Collection[str | None], many: int) -> int:
    """How many words after an option can be its own."""
    if not isinstance(option, click.Option) or option.is_flag:
        return 0
    return many if option.name in texts else 1


def shell_quoted(text: str) -> str:
    """A text as it is typed in a shell."""
    if _PLAIN.fullmatch(text):
        return text
    text = text.strip("“”„‟«»‘’'")  # what word processors make of quotation marks
    escaped = re.sub(r'(["$`\\])', r"\\\1", text)
    return f'"{escaped}"'
