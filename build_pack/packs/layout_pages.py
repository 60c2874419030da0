"""Two pages to look at before a layout is signed, with nothing of a patient on them."""

from pathlib import Path

from build_pack.approvals.text import LAYOUT, Text
from build_pack.packs.approving import Proposal, Request
from build_pack.packs.gathering import TOLERATED_IN_DRAFTS, gather
from build_pack.packs.press import Press
from build_pack.packs.replacing import whole_files
from build_pack.packs.typesetting import Setting, Task, template_folders
from build_pack.packs.workers import Errand, print_all
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.page_pictures import first_page

_PAGES = 2
FOLDER = Path("layout-pages")
"""Where the pictures go if no other folder is given."""


def layout_text(proposal: Proposal) -> Text | None:
    """The layout, if it is among what is to be signed."""
    return next((one.text for one in proposal.changes if one.text.id == LAYOUT), None)


def layout_pages(request: Request, layout: Text, folder: Path) -> tuple[Path, ...]:
    """The first pages of two documents as PNG files in a folder: a draft, in this very layout.

    Raises `ProblemsError` if a page cannot be printed, or the layout is another by now.
    """
    library = request.library.with_clinic(request.clinic)
    gathered = gather(
        request.library, request.clinic, request.leaflet, (request.locale,), draft=True
    )
    leaflets = {request.leaflet: gathered.sources}
    setting = Setting(
        leaflets,
        template_folders(leaflets, library),
        proofread=False,
        tolerated=TOLERATED_IN_DRAFTS,
    )
    kinds = [*gathered.sources.leaflet.kinds][:_PAGES]
    tasks = [Task(request.leaflet, request.locale, kind, Visit(medicines=())) for kind in kinds]
    names = list(map(_name, tasks))
    # In another process with its limits: nobody has vetted this layout yet.
    errand = Errand(_picture, lambda task: Place(_name(task)))
    pictures = dict(zip(names, print_all(setting, tasks, errand, jobs=1), strict=True))
    if gathered.materials.layout.words != layout.source:
        message = "A file of the layout changed while the pages were being printed."
        problem = Problem("approval-missing", layout.place, message, "Run the command again.")
        raise ProblemsError([problem])
    return whole_files(folder, pictures)


def _name(task: Task) -> Path:
    return Path(f"{task.leaflet}-{task.locale}-{task.kind}.png")


def _picture(press: Press, task: Task) -> bytes:
    return first_page(press.document(task).pdf)
