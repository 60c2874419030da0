"""The documentation says what the program does: every command, key and code, and nothing else."""

import re
import shlex
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
from click.testing import CliRunner

from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.checks.check_codes import CHECK_CODES
from build_pack.cli.main import cli
from build_pack.content.inline_markup import PLACEHOLDERS
from build_pack.content.json_schemas import MODELS
from build_pack.content.models.base import Model
from build_pack.problems import CODES
from build_pack.releases.release_steps import ReleaseStep
from build_pack.translation.catalog import TranslationState

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])

TO_WRITE = {
    "build_pack/checks/languages/german.py",
    "build_pack/checks/translation/doubled_marks.py",
    "build_pack/content/models/blocks/quotation.py",
    "build_pack/documents/shared/section_blocks/quotation.py",
    "locales/de/glossary.yaml",
    "templates/components/blocks/quotation.html.jinja",
}
"""What recipes have their readers write."""

_FENCED = re.compile(r"^( *)```([\w{}]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_HELP = re.compile(r"(<!-- help of (build-pack[\w -]*) -->\n\n```text\n)(.*?)(```\n)", re.DOTALL)
_KEYS = re.compile(r"<!-- keys of (\w+) -->\n\n\|.*\n\|[-| ]+\n((?:\|.*\n)+)")
_PLACEHOLDERS = re.compile(r"<!-- placeholders -->\n\n\|.*\n\|[-| ]+\n((?:\|.*\n)+)")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def context_of(command: click.Command) -> click.Context:
    """A context with the program's settings: a command keeps the help option of its first one."""
    return click.Context(command, **cli.context_settings)


def all_commands(
    command: click.Command, path: tuple[str, ...] = ("build-pack",)
) -> Iterator[tuple[str, click.Command]]:
    """Each command with its full name, groups before what they hold."""
    yield " ".join(path), command
    if isinstance(command, click.Group):
        context = context_of(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from all_commands(inner, (*path, name))


COMMANDS = dict(all_commands(cli))


def help_text(command: str) -> str:
    """The help of a command as a terminal of 80 columns shows it."""
    arguments = [*command.split()[1:], "--help"]
    shown = CliRunner().invoke(cli, arguments, prog_name="build-pack", terminal_width=80)
    assert shown.exit_code == 0
    return shown.output


def all_models(found: Any) -> Iterator[type[Model]]:
    """Every model inside a type, each before the models of its own keys."""
    if isinstance(found, type) and issubclass(found, Model):
        yield found
        for field in found.model_fields.values():
            yield from all_models(field.annotation)
    else:
        for part in get_args(found):
            yield from all_models(part)


def choices(found: Any) -> Iterator[str]:
    """The words of which a value has to be one, if there are such."""
    if isinstance(found, type) and issubclass(found, Enum):
        yield from (choice.value for choice in found)
    elif get_origin(found) is Literal:
        yield from get_args(found)
    else:
        for part in get_args(found):
            yield from choices(part)


FORMATS = {model.__name__: model for top in MODELS.values() for model in all_models(top)}
KEY_TABLES = {
    name: rows
    for page in ("clinics", "leaflets")
    for name, rows in _KEYS.findall(read(DOCS / f"{page}.md"))
}


def cells(rows: str) -> list[list[str]]:
    """A table's rows, cell by cell."""
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]


def shell_lines() -> list[str]:
    """Each line of a shell example that calls the program, with the lines that continue it."""
    blocks = (block[2] for page in PAGES for block in _FENCED.findall(read(page)))
    blocks = (re.sub(r"\\\n\s*", "", block) for block in blocks)
    lines = {
        line.strip().removeprefix(".venv/bin/") for block in blocks for line in block.split("\n")
    }
    return sorted(line for line in lines if line.startswith("build-pack "))


def exists(name: str) -> Iterator[bool]:
    """Whether a file is there: from the top, from the package, or by its name in any folder."""
    yield (ROOT / name).is_file()
    yield (ROOT / "build_pack" / name).is_file()
    for top in ("build_pack", "templates", "clinics"):
        yield "/" not in name and any((ROOT / top).rglob(name))


def test_the_help_in_the_docs_is_what_the_program_says(update_goldens: bool) -> None:
    page = DOCS / "cli.md"
    text = read(page)
    fresh = _HELP.sub(lambda found: found[1] + help_text(found[2]) + found[4], text)
    if update_goldens:
        page.write_text(fresh, encoding="utf-8")
    assert read(page) == fresh


def test_each_command_is_in_the_docs_once() -> None:
    documented = [name for _, name, _, _ in _HELP.findall(read(DOCS / "cli.md"))]
    assert sorted(documented) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_of_a_command_is_in_the_docs(command: str) -> None:
    shown = {name: text for _, name, text, _ in _HELP.findall(read(DOCS / "cli.md"))}
    options = [o for parameter in COMMANDS[command].params for o in parameter.opts if o[0] == "-"]
    assert [option for option in options if option not in shown[command]] == []


@pytest.mark.parametrize("line", shell_lines())
def test_each_command_line_in_the_docs_is_one_that_the_program_takes(line: str) -> None:
    words = shlex.split(line, comments=True)
    name = words.pop(0)
    while words and f"{name} {words[0]}" in COMMANDS:
        name = f"{name} {words.pop(0)}"
    command = COMMANDS[name]
    command.make_parser(context_of(command)).parse_args(words)


def test_each_problem_code_but_those_of_checks_is_explained_with_its_sentence() -> None:
    page = read(DOCS / "problems.md")
    explained = re.findall(r"^### (.+)\n\n(.+)$", page, re.MULTILINE)
    expected = {code: text for code, text in CODES.items() if code not in CHECK_CODES}
    assert sorted(explained) == sorted(expected.items())


def test_each_part_of_each_data_file_has_a_table_of_its_keys() -> None:
    assert set(KEY_TABLES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_of_keys_has_each_key_in_order_and_says_whether_it_is_required(name: str) -> None:
    fields = FORMATS[name].model_fields
    expected = [
        (f"`{f.alias or key}`", "yes" if f.is_required() else "no") for key, f in fields.items()
    ]
    assert [(row[0], row[2]) for row in cells(KEY_TABLES[name])] == expected


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_of_keys_names_every_choice(name: str) -> None:
    rows = dict(zip(FORMATS[name].model_fields.values(), cells(KEY_TABLES[name]), strict=True))
    missing = [
        choice
        for field, row in rows.items()
        for choice in choices(field.annotation)
        if f"`{choice}`" not in row[1]
    ]
    assert missing == []


def test_each_placeholder_is_in_the_docs_with_what_it_is_filled_with() -> None:
    [rows] = _PLACEHOLDERS.findall(read(DOCS / "leaflets.md"))
    documented = {row[0]: row[1] for row in cells(rows)}
    assert documented == {f"`{{{name}}}`": text for name, text in PLACEHOLDERS.items()}


def test_each_state_of_a_segment_is_explained_to_translators() -> None:
    documented = re.findall(r"^\| `(\w+)` \|", read(DOCS / "translators.md"), re.MULTILINE)
    assert documented == [state.value for state in TranslationState]


def table_after(mark: str) -> list[list[str]]:
    """The rows of a table of docs/approvals.md, by the mark before it."""
    [rows] = re.findall(
        rf"<!-- {mark} -->\n\n\|.*\n\|[-| ]+\n((?:\|.*\n)+)", read(DOCS / "approvals.md")
    )
    return cells(rows)


def test_each_state_of_a_document_is_explained_in_order() -> None:
    documented = [row[0] for row in table_after("states of documents")]
    assert documented == [f"`{step.value}`" for step in ReleaseStep]


def test_each_key_of_a_line_of_the_ledger_is_explained_in_order() -> None:
    documented = [row[0] for row in table_after("keys of a line")]
    assert documented == [f"`{key}`" for key in LedgerLine.model_fields]


def test_the_sample_of_the_ledger_is_a_line_with_every_key() -> None:
    page = read(DOCS / "approvals.md")
    [sample] = [block[2] for block in _FENCED.findall(page) if block[1] == "json"]
    line = LedgerLine.model_validate_json(sample)
    assert line.model_fields_set == set(LedgerLine.model_fields) - {"joins"}  # which signs nothing
    assert format_line(line) == sample.strip()


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_each_file_that_a_page_for_developers_names_is_there(page: str) -> None:
    named = re.findall(r"`([\w/.-]+\.(?:py|jinja|yaml|lock|css))`", read(ROOT / page))
    assert {name for name in named if not any(exists(name))} - TO_WRITE == set()


def test_the_quick_start_opens_with_the_two_commands() -> None:
    _, _, block = _FENCED.findall(read(ROOT / "README.md"))[0]
    assert [line.partition("#")[0].strip() for line in block.splitlines()[:2]] == [
        "./run pack",
        "./run test",
    ]


def test_the_changelog_opens_with_the_version_of_the_program() -> None:
    [newest, *_] = re.findall(r"^## (\S+)", read(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert newest == version("build-pack")
