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
from build_pack.cli.problem_output import as_json, show_problems
from build_pack.cli.signing import confirm, show_and_sign, show_layout
from build_pack.cli.text_changes import show_changes
from build_pack.text.keywords import counted

if TYPE_CHECKING:
    from build_pack import ApprovalProposal, ApprovalRequest


@click.command(cls=Command, short_help="Sign the exact texts of a leaflet's packs.")
@click.argument("leaflet")
@click.option(
    "--locale",
    type=options.LocaleParam(),
    required=True,
    help="Language whose texts you have read, such as tr.",
)
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
        stale = counted(len(proposal.stale), "text")
        if not confirm(f"Is the translation of {stale} still correct?", yes=yes):
            return 1
        confirm_stale_translations(proposal.stale)
        before, proposal = proposal, propose_approval(workspace, request, now)
        if not as_json():
            show_changes(proposal, before)
    show_problems((*proposal.warnings, *proposal.problems))
    if proposal.left_out:
        new, are = counted(proposal.left_out, "text"), "is" if proposal.left_out == 1 else "are"
        click.echo(f"New in this role {are} {new}: sign without --changed.", err=True)
    preview = show_layout(workspace, request, proposal, pictures, yes=yes)
    show_and_sign(workspace, request, proposal, yes=yes, pictures=preview)
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
