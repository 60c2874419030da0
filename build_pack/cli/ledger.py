"""`build-pack ledger`: what is done with the ledger as a whole."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Command, Group
from build_pack.cli.problem_output import as_json
from build_pack.cli.signing import confirm
from build_pack.text.keywords import counted

if TYPE_CHECKING:
    from build_pack import LedgerBranch, LedgerLine


@click.group(cls=Group, short_help="Join the branches of a clinic's ledger.")
def ledger() -> None:
    """Manage the list of signatures, approvals/ledger.jsonl in the clinic's folder.

    \b
    Example:
      build-pack ledger join --clinic my-clinic --by "Your Name"
    """


@ledger.command(cls=Command, short_help="Join two branches of the ledger.")
@click.option(
    "--by",
    default="",
    metavar="NAME",
    help="Your name as it should appear. Default: the name that belongs to the key of --sign.",
)
@click.option("--note", default="", metavar="TEXT", help="A note to store with the line.")
@click.option(
    "--sign",
    "key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also sign with this private SSH key.",
)
@click.option("--yes", is_flag=True, help="Join without asking.")
@options.clinic
@options.problem_format
def join(*, by: str, note: str, key: Path | None, yes: bool, clinic: Path | None) -> int:
    """Join the branches of a ledger that was merged from two copies.

    \b
    Example:
      build-pack ledger join --clinic my-clinic --by "Your Name"

    Two people can sign at the same time, each in a copy of the clinic's folder. When you merge the
    copies, keep the lines of both. This command shows what each branch has that the other lacks,
    asks for confirmation, and adds a line that says who joined them. It signs no text. From then
    on, the signatures of both branches count, in the order of their times.

    If keys are required, lines without a valid key are marked. Branches that were joined by such a
    line are shown as well: nothing can be signed until you confirm them with your key.
    """
    from build_pack import JoinRequest, Workspace, join_ledger, open_branches

    options.require_filled_in({"by": by})
    if not by.strip() and not key:
        raise click.UsageError("Missing name: give --by with your name, or --sign with your key.")
    now = datetime.now(UTC).astimezone()
    workspace = Workspace.at(options.own_clinic(clinic))
    shown = open_branches(workspace, now)
    if not as_json():
        for number, branch in enumerate(shown, 1):
            click.echo("\n".join(_lines(number, branch)))
    if not shown:
        outcome = "Nothing to join: the ledger has no branches."
    elif confirm(f"Join these {len(shown)} branches?", yes=yes):
        line = join_ledger(workspace, JoinRequest(by, note, key), shown, now)
        outcome = f"Joined: {line.by}, {len(shown)} branches."
    else:
        outcome = "Nothing was joined."
    click.echo(_data(shown, outcome) if as_json() else outcome)
    return 0


def _lines(number: int, branch: "LedgerBranch") -> Iterator[str]:
    joined = ", joined by a line without a valid key" if branch.is_joined else ""
    yield f"Branch {number}{joined}, with {counted(len(branch.lines), 'line')} of its own:"
    for one in branch.lines:
        mark = " – NO VALID KEY: does not count" if one.raw in branch.not_counting else ""
        yield f"    {_line_text(one.line)}{mark}"


def _line_text(line: "LedgerLine") -> str:
    at = f"{line.at:%Y-%m-%d %H:%M}"
    if line.joins:
        return f"{at}  {line.by} joined branches"
    until = f", until {line.until}" if line.until else ""
    what = f"{counted(line.texts, 'text')} of {line.leaflet} in “{line.locale}”{until}"
    return f"{at}  {line.by}, {line.role}: {what}"


def _data(shown: Sequence["LedgerBranch"], outcome: str) -> str:
    lines = [
        [
            one.line.model_dump(mode="json") | {"counts": one.raw not in branch.not_counting}
            for one in branch.lines
        ]
        for branch in shown
    ]
    return json.dumps({"outcome": outcome, "branches": lines}, ensure_ascii=False, indent=2)
