"""How far each document of each leaflet is from a release, in each locale."""

from dataclasses import dataclass

from build_pack.problems import Problem, ProblemsError
from build_pack.releases.release_gate import load_candidate
from build_pack.releases.release_steps import StatusCell, layout_changes, leaflet_cells
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class StatusMatrix:
    """All documents, and the problems that keep some from being judged."""

    cells: tuple[StatusCell, ...]
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    """What became of the files of the clinic's layout since it was signed."""


def status(
    workspace: Workspace,
    locales: tuple[str, ...] = (),
    *,
    days: int = 0,
    ignore_checks: bool = False,
) -> StatusMatrix:
    """How all documents of a clinic stand; `days` before the end, a document is expiring.

    `locales` empty means all that the clinic has enabled. With `ignore_checks`, what checks find
    does not count, for a text from before them.
    """
    findings = ProblemCollector()
    cells: list[StatusCell] = []
    files: dict[str, None] = {}
    folders = workspace.folders
    try:
        with workspace.reading():
            for leaflet in folders.leaflet_ids():
                found = findings.attempt(
                    load_candidate, workspace, leaflet, locales, ignore_checks=ignore_checks
                )
                if found:
                    findings.problems += found.approved.problems
                    cells += leaflet_cells(found, folders.folders, days)
                    files |= dict.fromkeys(layout_changes(found))
    except ProblemsError as error:  # an interrupted run has left what cannot be read
        findings.problems += error.problems
    return StatusMatrix(tuple(cells), tuple(dict.fromkeys(findings.problems)), tuple(files))
