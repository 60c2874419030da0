"""Options that nobody gave, from the settings file; and which file that was."""

import os
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

_SETTINGS = "build_pack.settings"
"""Where a context keeps the settings once they are read."""
_USED = "build_pack.settings.used"
"""Where it keeps the options that were taken from them."""


def from_settings(context: click.Context, option: click.Parameter, value: Any) -> Any:
    """An option's value as it was given, or else what the settings file says."""
    given = context.get_parameter_source(str(option.name))
    if given not in {ParameterSource.DEFAULT, None}:
        return value
    settings = _settings(context)
    said = getattr(settings, str(option.name), None)
    if not said:
        return value
    context.meta.setdefault(_USED, []).append(option.opts[-1])
    return _relative_to_cwd(said) if isinstance(said, Path) else said


def below_out(context: click.Context, option: click.Parameter, value: Path) -> Path:
    """The folder of a command that is not `build`: its own one inside that of the settings."""
    out = from_settings(context, option, None)
    return value if out is None else Path(out, value)


def settings_used(context: click.Context) -> str:
    """Which settings file was used, and for which options; empty: none."""
    names = list(dict.fromkeys(context.meta.get(_USED, [])))
    if not names:
        return ""
    return f"From {_relative_to_cwd(_settings(context).path)}: {', '.join(names)}."


def _settings(context: click.Context) -> Any:
    """The settings, read once; None if there is no file."""
    from build_pack import find_settings, read_settings

    if _SETTINGS not in context.meta:
        try:
            path = find_settings(Path.cwd())
        except OSError:  # the folder in which we are is gone
            path = None
        context.meta[_SETTINGS] = read_settings(path) if path else None
    return context.meta[_SETTINGS]


def _relative_to_cwd(path: Path) -> Path:
    """A path as short as it can be said from the working folder."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # on another drive
        return path
