"""The files of a clinic, and what all its leaflets share, as a workspace holds them.

Each function gives a file as it was read, or raises `ProblemsError` with all that is wrong with it.
"""

from build_pack.approvals.committed_ledger import read_committed_ledger
from build_pack.approvals.ledger.chain import TO_COME, last_moment
from build_pack.approvals.ledger.ledger_file import Ledger
from build_pack.approvals.verified_ledger import VerifiedLedger, verified
from build_pack.content.clinic_layout import LayoutFiles, load_layout
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.pictures.logo import Logo, load_logo
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import ProblemsError
from build_pack.storage.memoization import memoized, rests_on
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.workspace import Workspace


def clinic_file(workspace: Workspace) -> Loaded[Clinic]:
    """What clinic.yaml says."""
    return load(workspace.clinic / "clinic.yaml", Clinic)


def rules_file(workspace: Workspace) -> Loaded[ClinicMedicines]:
    """The clinic's medicine rules."""
    return load(workspace.clinic / "medicines.yaml", ClinicMedicines)


def formulary_file(workspace: Workspace) -> Loaded[Formulary]:
    """The list of medicines: the clinic's own if it keeps one."""
    return load(workspace.folders.formulary(), Formulary)


def signs_file(workspace: Workspace) -> Loaded[WarningSigns] | None:
    """The library of warning signs: the clinic's own if it keeps one; None if there is none."""
    path = workspace.folders.warning_signs()
    return load(path, WarningSigns) if path else None


def clinic_logo(workspace: Workspace) -> Logo | None:
    """The clinic's logo; None if it has none."""
    return load_logo(clinic_file(workspace))


def clinic_layout(workspace: Workspace) -> LayoutFiles:
    """The clinic's layout; one with a faulty logo is taken without it."""
    logo = ProblemCollector().attempt(clinic_logo, workspace)
    return load_layout(workspace.folders, workspace.clinic, logo)


def layout_snapshot(workspace: Workspace) -> Snapshot:
    """The files of the layout as they were read; nothing of one that cannot be."""
    try:
        return clinic_layout(workspace).snapshot
    except ProblemsError:
        return NOTHING


@memoized
def committed_ledger(workspace: Workspace) -> Ledger:
    """The ledger on the workspace's day, held against the last commit; or `ProblemsError`."""
    found = read_committed_ledger(workspace.clinic, last_moment(workspace.today))
    if any(one.message.endswith(TO_COME) for one in found.problems):
        rests_on("clock", object)  # equal to none before: by the next time it may have come
    return found


@memoized
def verified_ledger(workspace: Workspace) -> VerifiedLedger:
    """The same, with the lines that count."""
    return verified(workspace.clinic, committed_ledger(workspace))
