"""What changed in texts, word by word, for a terminal or for a file."""

from typing import TYPE_CHECKING

import click

from build_pack.text.word_diff import DiffRun, WordEdit, around_changes, word_changes

if TYPE_CHECKING:
    from build_pack import ApprovalProposal, TextToSign


def show_changes(proposal: "ApprovalProposal", shown: "ApprovalProposal | None" = None) -> None:
    """Print each changed text: its source and its translation, old words and new.

    Of a second proposal, only what was not among the one that was shown: files may have been
    edited meanwhile.
    """
    seen = {_signed(change) for change in shown.changes} if shown else set()
    for change in proposal.changes:
        if _signed(change) in seen:
            continue
        if change.before and change.is_other:
            click.echo(f"{change.text.place}: {change.text.id}")
            if change.is_layout:
                for line in change.file_changes:  # their digests say nothing to a reader
                    click.echo(f"    {line}")
                continue
            _show("source", change.before[0], change.text.source)
            if change.text.target != change.text.source:
                _show(change.text.locale, change.before[1], change.text.target)
    stale_translations = () if shown else proposal.stale
    if stale_translations:
        click.echo("The source of these texts has changed, but not their translation:")
    for stale in stale_translations:
        click.echo(f"{stale.entry.place}: {stale.segment.id}")
        _show("source", stale.old_source, stale.segment.source)
        target = stale.entry.target
        click.echo(f"    current: {target if isinstance(target, str) else ' / '.join(target)}")


def _signed(change: "TextToSign") -> tuple[str, ...]:
    text = change.text
    return text.id, text.source, text.target, *(change.before or ())


def _show(label: str, before: str, after: str) -> None:
    if before == after:
        return
    runs = around_changes(word_changes(before, after))
    words = "".join(map(_marked, runs))
    click.echo(f"    {label}: {' '.join(words.split())}")


def _marked(run: DiffRun) -> str:
    """Words with brackets around what changed; in colour as well, on terminals."""
    inside, after = run.words.rstrip(), run.words[len(run.words.rstrip()) :]
    match run.edit:
        case WordEdit.REMOVED:
            return click.style(f"[-{inside}-]", fg="red") + (after or " ")
        case WordEdit.ADDED:
            return click.style(f"[+{inside}+]", fg="green") + (after or " ")
        case WordEdit.KEPT:
            return run.words
