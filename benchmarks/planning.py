"""How long a plan takes, and the questions about it, with the rules of the sample clinic.

    python -m benchmarks.planning [VISITS]

Prints milliseconds per visit: for the plan, for the questions, for these in order with what
follows from each answer. Each visit has up to eight medicines, of which nothing else is known.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

from build_pack.content.models.formulary import Medicines
from build_pack.content.models.regions import Region
from build_pack.documents.medicines.visit_plans import question_finder, visit_plan
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace

_ROOT = Path(__file__).parents[1]
_LEAFLET = "radiofrequency-neurotomy"
_VISITS, _MEDICINES = 500, 8


def main() -> None:
    """Print a line for each part of the work."""
    count = int(sys.argv[1]) if sys.argv[1:] else _VISITS
    workspace = Workspace.at(_ROOT / "clinics" / "demo", _ROOT)
    sources = load_sources(workspace, _LEAFLET, ("en",), draft=True).sources
    visits = _visits(sources.medicines, count)
    finder = question_finder(sources)

    def all_asked(visit: Visit) -> None:
        for question in finder.in_order(visit):
            for answer in question.answers:
                finder.consequences(visit, question, answer)

    _measure("plan", lambda visit: visit_plan(sources, visit), visits)
    _measure("questions", finder.open, visits)
    _measure("questions in order, with what follows", all_asked, visits)


def _visits(medicines: Medicines, count: int) -> list[Visit]:
    random = Random(1)  # noqa: S311 - the same visits each time
    every = [TakenMedicine(one.id, one) for one in medicines.values()]
    return [
        Visit(
            region=random.choice([None, *Region]),
            medicines=tuple(random.sample(every, random.randint(1, _MEDICINES))),
        )
        for _ in range(count)
    ]


def _measure(name: str, work: Callable[[Visit], object], visits: list[Visit]) -> None:
    begun = perf_counter()
    for visit in visits:
        work(visit)
    spent = (perf_counter() - begun) * 1000 / len(visits)
    print(f"{name}: {spent:.1f} ms per visit")  # noqa: T201


if __name__ == "__main__":
    main()
