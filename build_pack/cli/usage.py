"""Wrong usage in plain words: what is wrong with a command line, and what was probably meant."""

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
_TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def explained(
    error: click.UsageError, context: click.Context, args: Sequence[str], given: Mapping[str, Any]
) -> str:
    """What is wrong; `given` is what could be understood."""
    match error:
        case NoSuchOption():
            name = error.option_name
            typed = (arg.partition("=")[0] for arg in args if arg.startswith(name))
            return unknown(next(typed, name), context)
        case MissingParameter():
            return _missing(context, given)
        case BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)}: {error.message}"
        case BadOptionUsage(option_name=name):
            is_flag = "not take a value" in error.message
            return f"{name} takes no value." if is_flag else f"A value is missing after {name}."
    if found := _TOO_MANY.fullmatch(error.message):
        words = [f"“{word}”" for word in found[1].split()]
        return f"{_listed(words)} {'is one word' if len(words) == 1 else 'are words'} too many."
    return error.format_message()


def meant_option(typed: str, context: click.Context) -> str:
    """The option of the command that was probably meant; empty if none is near."""
    from build_pack.content.suggestions import nearest

    return nearest(typed, _options(context), _OTHER_OPTIONS)


def with_known_options(context: click.Context, args: Sequence[str]) -> list[str]:
    """A command line with each option that is not known as the one that was meant, or without."""
    known = {name for one in context.command.get_params(context) for name in one.opts}
    kept = []
    for arg in args:
        name, equals, value = arg.partition("=")
        is_option = name.startswith("--") or (len(name) > 1 and name[0] in _DASHES)
        if is_option and name not in known:
            name = meant_option(name, context)
        if name:
            kept.append(f"{name}{equals}{value}")
    return kept


def with_hyphens(args: Sequence[str]) -> str:
    """What to write for an option with a dash, as word processors make of two hyphens."""
    typed = next((arg for arg in args if arg[:1] in _DASHES), "")
    right = f"--{typed.lstrip(f'{_DASHES}-')}"
    return f"“{typed}” begins with a dash: write two hyphens, {right}" if typed else ""


def unknown(typed: str, context: click.Context) -> str:
    """What is told of an option that there is not; one of the program is named with it."""
    from build_pack.content.suggestions import nearest

    own, root = _options(context), context.find_root()
    meant = meant_option(typed, context)
    of_program = nearest(typed, [*own, *_options(root)], _OTHER_OPTIONS)
    if of_program and of_program not in own:
        meant = f"{root.info_name} {of_program}"
    return f"There is no option {typed}." + (f" Did you mean {meant}?" if meant else "")


def _options(context: click.Context) -> list[str]:
    params = context.command.get_params(context)
    return [name for one in params for name in one.opts if name.startswith("--")]


def _missing(context: click.Context, given: Mapping[str, Any]) -> str:
    """All that is missing, in one sentence."""
    required = [one for one in context.command.get_params(context) if one.required]
    names = [_name(one) for one in required if given.get(str(one.name)) in {None, ()}]
    return f"{_listed(names)} {'is' if len(names) == 1 else 'are'} missing."


def _name(parameter: click.Parameter) -> str:
    """As it is typed: an option with its hyphens, or an argument in capitals."""
    is_option = isinstance(parameter, click.Option)
    return parameter.opts[0] if is_option else parameter.human_readable_name


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
