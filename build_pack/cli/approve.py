"""`build-pack approve`: a signature on the exact texts of a leaflet's packs."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack import ProblemsError
from build_pack.cli import options
from build_pack.cli.command_classes import Command
from build_pack.cli.confirmation import confirm
from build_pack.cli.double_check import proposal_as_json, show_double_check
from build_pack.cli.problem_output import as_json, show_problems
from build_pack.cli.text_changes import show_changes
from build_pack.text.keywords import counted

if TYPE_CHECKING:
    from build_pack import ApprovalProposal, ApprovalRequest, Workspace

_PICTURES = Path("layout-pages")
"""Where the pictures of the layout go if no other folder is given."""


@click.command(cls=Command, short_help="Sign the exact texts of a leaflet's packs.")
@click.argument("leaflet")
@click.option("--locale", required=True, help="Language whose texts you have read, such as tr.")
@click.option(
    "--by",
    default="",
    metavar="NAME",
    help="Your name as it should appear. Default: the name that belongs to the key of --sign.",
)
@click.option(
    "--another-person",
    is_flag=True,
    help="Confirm that you are not the earlier signer with a nearly identical name.",
)
@click.option("--role", required=True, help="Such as translation-reviewer or clinician.")
@click.option(
    "--until",
    type=options.Date(),
    metavar="DATE",
    help="Last day on which the signature is valid, such as 2027-11-22.",
)
@click.option("--note", default="", metavar="TEXT", help="A note to store with the signature.")
@click.option(
    "--changed",
    is_flag=True,
    help=(
        "Show word by word what has changed since it was last signed in this role, and sign "
        "only that."
    ),
)
@click.option(
    "--editorial",
    is_flag=True,
    help="Keep translations whose source changed only in wording, not in meaning.",
)
@click.option(
    "--sign",
    "key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also sign with this private SSH key.",
)
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for pictures of two pages in the layout to be signed. Default: layout-pages.",
)
@click.option("--withdraw", is_flag=True, help="Withdraw your signature with immediate effect.")
@click.option("--yes", is_flag=True, help="Sign without asking.")
@options.clinic
@options.problem_format
@options.library
def approve(
    *,
    leaflet: str,
    locale: str,
    by: str,
    another_person: bool,
    role: str,
    until: date | None,
    note: str,
    changed: bool,
    editorial: bool,
    key: Path | None,
    pictures: Path | None,
    withdraw: bool,
    yes: bool,
    clinic: Path | None,
    library_folder: Path | None,
) -> int:
    """Sign all texts in the packs of LEAFLET in one language: leaflet, words, medicines, clinic.

    \b
    Examples:
      build-pack approve radiofrequency-neurotomy --clinic my-clinic --locale tr \\
        --by "Your Name" --role translation-reviewer
      build-pack approve radiofrequency-neurotomy --clinic my-clinic --locale tr \\
        --by "Another Name" --role clinician --until 2027-11-22
      build-pack approve radiofrequency-neurotomy --clinic my-clinic --locale tr \\
        --by "Your Name" --role translation-reviewer --changed

    With --changed, stale translations are shown as well: those whose source has changed since they
    were made. Translate them again, or use --editorial to confirm that they are still correct.

    Read the draft before you sign. A signature is for the exact words: if a text changes later, it
    needs a new signature. One person cannot sign in two roles.

    Numbers that no check can compare are listed separately under "Read aloud": phone numbers,
    hours, and the days, hours and limits of medicine rules. Two people compare them digit by digit
    before each signature.

    Write your name the same way each time. If it is similar to the name of somebody who has signed,
    you are asked whether that is you; if the command cannot ask, give --another-person. With
    --sign, your name is that of the key, and --by can be omitted.

    The clinic's layout (templates, stylesheets, icons and logo) is signed as well. When it has
    changed, pictures of two pages are made. Look at them before you answer.

    With --withdraw, your signatures no longer count from that moment on.

    Each signature is added as a line to approvals/ledger.jsonl in the clinic's folder.
    """
    from build_pack import (
        ApprovalRequest,
        Workspace,
        confirm_stale_translations,
        propose_approval,
    )

    options.require_filled_in({"by": by, "role": role})
    if not by.strip() and not key:
        raise click.UsageError("Missing signer: give --by with your name, or --sign with your key.")
    workspace = Workspace.at(options.own_clinic(clinic), library_folder)
    request = ApprovalRequest(
        leaflet,
        locale,
        by,
        role,
        until,
        note,
        only_changed=changed or editorial,
        key=key,
        withdraw=withdraw,
        another_person=another_person,
    )
    now = datetime.now(UTC).astimezone()
    proposal = propose_approval(workspace, request, now)
    request = _with_person_confirmed(request, proposal, yes=yes)
    if (changed or editorial) and not as_json():
        show_changes(proposal)
    if editorial and proposal.stale:
        if not confirm(
            f"Is the translation of {counted(len(proposal.stale), 'text')} still correct?", yes=yes
        ):
            return 1
        confirm_stale_translations(proposal.stale)
        before, proposal = proposal, propose_approval(workspace, request, now)
        if not as_json():
            show_changes(proposal, before)
    show_problems((*proposal.warnings, *proposal.problems))
    if proposal.left_out:
        new, are = counted(proposal.left_out, "text"), "is" if proposal.left_out == 1 else "are"
        click.echo(f"New in this role {are} {new}: sign without --changed.", err=True)
    preview = _show_layout(workspace, request, proposal, pictures, yes=yes)
    _show_and_sign(workspace, request, proposal, yes=yes, pictures=preview)
    return int(bool(proposal.problems))


def _with_person_confirmed(
    request: "ApprovalRequest", proposal: "ApprovalProposal", *, yes: bool
) -> "ApprovalRequest":
    """Ask whether somebody with nearly this name is the same person, or refuse."""
    problem = proposal.similar_name
    if not problem or request.another_person:
        return request
    if yes or as_json() or not sys.stdin.isatty():
        raise ProblemsError([problem])
    click.echo(problem.message, err=True)
    if not click.confirm("Are you a different person?"):
        raise ProblemsError([problem])
    return replace(request, another_person=True)


def _show_layout(
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


def _show_and_sign(
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
        show_double_check(proposal.aloud)
    outcome = _ask_and_sign(workspace, request, proposal, yes=yes, pictures=len(pictures))
    click.echo(proposal_as_json(proposal, outcome, pictures) if as_json() else outcome)
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
