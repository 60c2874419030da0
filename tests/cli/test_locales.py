"""The code of a language is the same however it is written, in every option and in the settings."""

from pathlib import Path

import click
import pytest

from build_pack.cli.options import LocaleParam
from build_pack.workspace.settings import NAME, read_settings
from tests.cli.running import run_here
from tests.test_docs import COMMANDS

PARAMETERS = {
    (name, parameter.opts[0]): parameter
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.opts[0] in {"--locale", "locale", "--alongside"}
}


def test_every_command_with_a_language_is_looked_at() -> None:
    names = {command.removeprefix("build-pack ") for command, _ in PARAMETERS}
    assert names >= {"build", "check", "status", "approve", "ignore", "translate update"}


@pytest.mark.parametrize("one", PARAMETERS.values(), ids=map(" ".join, PARAMETERS))
def test_each_reads_a_language_in_the_same_way(one: click.Parameter) -> None:
    assert isinstance(one.type, LocaleParam)


def test_a_language_may_be_written_with_a_hyphen_and_in_capitals() -> None:
    done = run_here("translate", "status", "--locale", "TR", "--locale", "pt-br")
    rows = {line.split()[0] for line in done.stdout.splitlines()}
    assert rows == {"locale", "tr", "pt_BR"}


def test_what_is_no_language_is_told_as_it_was_written() -> None:
    done = run_here("translate", "status", "--locale", "../x")
    assert done.returncode == 1
    assert "“../x” is not a known language code." in done.stderr


def test_the_settings_may_write_it_so_too(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('locales = ["TR", "pt-br"]\n', "utf-8")
    assert read_settings(tmp_path / NAME).locales == ("tr", "pt_BR")
