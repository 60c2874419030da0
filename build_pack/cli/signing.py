"""What is about to be signed: layout, numbers for two people to read, and the question itself."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack.cli.problem_output import as_json
from build_pack.text.keywords import counted

if TYPE_CHECKING:
    from build_pack import ApprovalProposal, ApprovalRequest, DoubleCheckedNumber, Workspace

_PICTURES = Path("layout-pages")
"""Where the pictures of the layout go if no other folder is given."""
HEADING = "Read aloud: one person reads each line, the other compares it with its source."


def confirm(question: str, *, yes: bool) -> bool:
    """Ask, unless it was said already; without anyone to ask, refuse."""
    if yes:
        return True
    if as_json():
        raise click.UsageError(f"{question} --format json cannot ask: add --yes.")
    if not sys.stdin.isatty():
        raise click.UsageError(f"{question} Not interactive: confirm with --yes.")
    return click.confirm(question)


def show_layout(
    workspace: "Workspace",
    request: "ApprovalRequest",
    proposal: "ApprovalProposal",
    folder: Path | None,
    *,
    yes: bool,
) -> tuple[Path, ...]:
    """Print pages in the layout that is to be signed, if someone is there to look at them."""
    from build_pack import layout_text, write_layout_preview

    layout = layout_text(proposal)
    anyone = not yes and sys.stdin.isatty() and not as_json()
    if not layout or request.withdraw or not (folder or anyone):
        return ()
    pictures = write_layout_preview(workspace, request, layout, folder or _PICTURES)
    if not as_json():
        click.echo("The layout affects every page. Check these draft pages:")
        for path in pictures:
            click.echo(f"  {path}")
    return pictures


def show_and_sign(
    workspace: "Workspace",
    request: "ApprovalRequest",
    proposal: "ApprovalProposal",
    *,
    yes: bool,
    pictures: tuple[Path, ...],
) -> None:
    """Show what is signed, ask, sign, and say what was done."""
    from build_pack import ledger_size_warning

    if not as_json():
        for one in proposal.ignored:
            click.echo(f"Ignored: {one}")
        _show_double_check(proposal.aloud)
    outcome = _ask_and_sign(workspace, request, proposal, yes=yes, pictures=len(pictures))
    click.echo(_proposal_as_json(proposal, outcome, pictures) if as_json() else outcome)
    if (full := ledger_size_warning(workspace.clinic)) and not as_json():
        click.echo(full, err=True)


def _ask_and_sign(
    workspace: "Workspace",
    request: "ApprovalRequest",
    proposal: "ApprovalProposal",
    *,
    yes: bool,
    pictures: int,
) -> str:
    """Sign if the person agrees; what was done, as a sentence."""
    from build_pack import write_approval

    where = f"of {request.leaflet} in “{request.locale}”"
    if not proposal.changes:
        return (
            f"Nothing to sign {where}: you have already signed "
            f"{counted(proposal.signed_already, 'text')}."
        )
    numbers = f"{counted(len(proposal.aloud), 'number')} under “Read aloud”"
    compared = not proposal.aloud or confirm(f"Have two people compared the {numbers}?", yes=yes)
    if pictures and not confirm(f"Do the {counted(pictures, 'page')} look right?", yes=yes):
        return "Nothing was signed."
    act = "Withdraw your signature from" if request.withdraw else "Sign"
    question = f"{act} {counted(len(proposal.changes), 'text')} {where} as {request.role}?"
    if not compared or not confirm(question, yes=yes):
        return "Nothing was signed."
    line = write_approval(workspace, request, proposal)
    until = f" until {line.until}" if line.until and not request.withdraw else ""
    done = "Withdrawn" if request.withdraw else "Signed"
    return f"{done}: {line.by}, {line.role}, {counted(line.texts, 'text')} {where}{until}."


def _show_double_check(numbers: "Sequence[DoubleCheckedNumber]") -> None:
    """Print them apart from all else."""
    if numbers:
        click.echo(click.style(HEADING, bold=True))
    for subject, group in groupby(numbers, lambda one: one.subject):
        click.echo(f"  {subject}")
        for one in group:
            click.echo(f"    {one.key}: {one.value}" if one.key else f"    {one.value}")
            if one.words:
                click.echo(f"        {one.words}")


def _proposal_as_json(
    proposal: "ApprovalProposal", outcome: str, pictures: Sequence[Path] = ()
) -> str:
    """The same as JSON, with what changed, what was ignored, and what was done."""
    changed = {
        change.text.id: {"before": change.before, "now": (change.text.source, change.text.target)}
        for change in proposal.changes
        if change.is_other
    }
    data = {
        "read_aloud": [asdict(one) for one in proposal.aloud],
        "changed": changed,
        "ignored": proposal.ignored,
        "pictures": [str(path) for path in pictures],
        "outcome": outcome,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
