"""Two pages to look at before a layout is signed, with nothing of a patient on them."""

from pathlib import Path

from build_pack.approvals.approval_text import ApprovalText
from build_pack.operations.approve import ApprovalProposal, ApprovalRequest
from build_pack.planning.visit import Visit
from build_pack.printing.layout import PrintSetup, PrintTask, template_folders
from build_pack.printing.printer import Printer
from build_pack.printing.worker_pool import TaskHandler, print_all
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.pdf.page_pixels import page_preview
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.tolerated_codes import TOLERATED_IN_DRAFTS
from build_pack.workspace.workspace import Workspace

_PAGES = 2


def layout_text(proposal: ApprovalProposal) -> ApprovalText | None:
    """The layout, if it is among what is to be signed."""
    return next((one.text for one in proposal.changes if one.is_layout), None)


def write_layout_preview(
    workspace: Workspace, request: ApprovalRequest, layout: ApprovalText, folder: Path
) -> tuple[Path, ...]:
    """The first pages of two documents as PNG files in a folder: a draft, in this very layout.

    Raises `ProblemsError` if a page cannot be printed, or the layout is another by now.
    """
    loaded = load_sources(workspace, request.leaflet, (request.locale,), draft=True)
    leaflets = {request.leaflet: loaded.sources}
    setting = PrintSetup(
        leaflets,
        template_folders(leaflets, workspace.folders),
        proofread=False,
        tolerated=TOLERATED_IN_DRAFTS,
    )
    kinds = [one for one in loaded.sources.leaflet.kinds if not one.traits.on_request]
    tasks = [
        PrintTask(request.leaflet, request.locale, kind, Visit(medicines=()))
        for kind in kinds[:_PAGES]
    ]
    names = list(map(_name, tasks))
    # In another process with its limits: nobody has vetted this layout yet.
    errand = TaskHandler(_picture, lambda task: Place(_name(task)))
    pictures = dict(zip(names, print_all(setting, tasks, errand, jobs=1), strict=True))
    if loaded.materials.layout.words != layout.source:
        message = "A file of the layout changed while the pages were being printed."
        problem = Problem("approval-missing", layout.place, message, "Run the command again.")
        raise ProblemsError([problem])
    return write_files_atomically(folder, pictures)


def _name(task: PrintTask) -> Path:
    return Path(f"{task.leaflet}-{task.locale}-{task.kind}.png")


def _picture(press: Printer, task: PrintTask) -> bytes:
    return page_preview(press.document(task).pdf)
