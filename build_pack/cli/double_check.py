"""The numbers that two people read to each other before they sign."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from build_pack import ApprovalProposal, DoubleCheckedNumber

HEADING = "Read aloud: one person reads each line, the other compares it with its source."


def show_double_check(numbers: "Sequence[DoubleCheckedNumber]") -> None:
    """Print them apart from all else."""
    if numbers:
        click.echo(click.style(HEADING, bold=True))
    for subject, group in groupby(numbers, lambda one: one.subject):
        click.echo(f"  {subject}")
        for one in group:
            click.echo(f"    {one.key}: {one.value}" if one.key else f"    {one.value}")
            if one.words:
                click.echo(f"        {one.words}")


def proposal_as_json(
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
