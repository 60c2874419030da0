"""Wrong usage in plain words: what is wrong with a command line, and what was probably meant.

What was typed is named by its number and never repeated: it may be a patient's name in the wrong
place.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import click
from click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption

_OTHER_OPTIONS = MappingProxyType({
    "--web": "--plain",
    "--language": "--locale",
    "--lang": "--locale",
    "--output": "--out",
    "--drug": "--medicine",
    "--med": "--medicine",
    "--patient": "--label",
    "--second-language": "--alongside",
    "--bilingual": "--alongside",
    "--big": "--large-print",
    "--title": "--name",
    "--json": "--format",
})  # fmt: skip
"""What an option may be looked for as."""
_DASHES = "‐‑‒–—―−"
_EXTRA_ARGUMENTS = re.compile(r"Got unexpected extra arguments? \(.*\)", re.DOTALL)


def usage_message(
    error: click.UsageError, context: click.Context, args: Sequence[str], given: Mapping[str, Any]
) -> str:
    """What is wrong; `given` is what could be understood."""
    match error:
        case NoSuchOption():
            name = error.option_name
            at = next((at for at, arg in enumerate(args) if arg.startswith(name)), 0)
            return unknown_option_message(args[at].partition("=")[0], context, at + 1)
        case MissingParameter():
            return _missing(context, given)
        case BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)}: {_bad_value(parameter, error)}"
        case BadOptionUsage(option_name=name):
            is_flag = "not take a value" in error.message
            return f"{name} takes no value." if is_flag else f"A value is missing after {name}."
    if _EXTRA_ARGUMENTS.fullmatch(error.message):
        numbers = [str(at) for at in _extra_words(context, args)]
        word, verb = ("Words", "are") if len(numbers) > 1 else ("Word", "is")
        return f"{word} {_joined(numbers)} {_after_command(context)} {verb} not expected."
    return error.format_message()


def _after_command(context: click.Context) -> str:
    return f"after “{context.command_path}”"


def _bad_value(parameter: click.Parameter, error: BadParameter) -> str:
    """What is wrong with a value; the library's own words would repeat it."""
    if type(parameter.type).__module__.startswith("build_pack."):
        return error.message
    known = (sentence for words, sentence in _PATHS.items() if words in error.message)
    return next(known, "This value is not valid here.")


_PATHS = MappingProxyType({
    "does not exist": "The file or folder does not exist.",
    "is a directory": "This is a folder, not a file.",
    "is a file": "This is a file, not a folder.",
    "not readable": "This cannot be read.",
    "not writable": "This cannot be written.",
})  # fmt: skip
"""What the library says of paths."""


def _extra_words(context: click.Context, args: Sequence[str]) -> list[int]:
    """The numbers of the words that no argument takes."""
    params = context.command.get_params(context)
    valued = {name for one in params if _takes_value(one) for name in one.opts}
    loose, at, is_open = [], 0, True
    while at < len(args):
        if args[at] == "--" and is_open:
            is_open = False
        elif is_open and args[at].startswith("-") and args[at] != "-":
            at += args[at] in valued
        else:
            loose.append(at + 1)
        at += 1
    return loose[sum(isinstance(one, click.Argument) for one in params) :]


def _takes_value(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and not (parameter.is_flag or parameter.count)


def suggested_option(typed: str, context: click.Context) -> str:
    """The option of the command that was probably meant; empty if none is near."""
    from build_pack.text.suggestions import nearest

    return nearest(typed, _options(context), _OTHER_OPTIONS)


def with_known_options(context: click.Context, args: Sequence[str]) -> list[str]:
    """A command line with each option that is not known as the one that was meant, or without."""
    known = {name for one in context.command.get_params(context) for name in one.opts}
    kept = []
    for arg in args:
        name, equals, value = arg.partition("=")
        is_option = name.startswith("--") or (len(name) > 1 and name[0] in _DASHES)
        if is_option and name not in known:
            name = suggested_option(name, context)
        if name:
            kept.append(f"{name}{equals}{value}")
    return kept


def with_hyphens(context: click.Context, args: Sequence[str]) -> str:
    """What to write for an option with a dash, as word processors make of two hyphens."""
    typed = next((arg for arg in args if arg[:1] in _DASHES), "")
    if not typed:
        return ""
    name = f"--{typed.lstrip(f'{_DASHES}-').partition('=')[0]}"
    right = f": {name}" if name in _options(context) else ""
    number = args.index(typed) + 1
    return f"Word {number} {_after_command(context)} begins with a dash: type two hyphens{right}"


def unknown_option_message(typed: str, context: click.Context, number: int) -> str:
    """What is told of an option that there is not; one of the program is named with it.

    Its number is that of the word after the command.
    """
    from build_pack.text.suggestions import nearest

    own, root = _options(context), context.find_root()
    meant = suggested_option(typed, context)
    of_program = nearest(typed, [*own, *_options(root)], _OTHER_OPTIONS)
    if of_program and of_program not in own:
        meant = f"{root.info_name} {of_program}"
    sentence = f"Word {number} {_after_command(context)} is not a known option."
    return sentence + (f" Did you mean {meant}?" if meant else "")


def _options(context: click.Context) -> list[str]:
    params = context.command.get_params(context)
    return [name for one in params for name in one.opts if name.startswith("--")]


def _missing(context: click.Context, given: Mapping[str, Any]) -> str:
    """All that is missing, in one sentence."""
    required = [one for one in context.command.get_params(context) if one.required]
    names = [_name(one) for one in required if given.get(str(one.name)) in {None, ()}]
    return f"{_joined(names)} {'is' if len(names) == 1 else 'are'} missing."


def _name(parameter: click.Parameter) -> str:
    """As it is typed: an option with its hyphens, or an argument in capitals."""
    is_option = isinstance(parameter, click.Option)
    return parameter.opts[0] if is_option else parameter.human_readable_name


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
