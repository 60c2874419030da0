"""What a clinic says for some of its leaflets stands on the checklists of these alone."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from build_pack.content.library import Library
from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT

VISIT = Visit(start=datetime(2026, 12, 10, 9, 0, tzinfo=ZoneInfo("Europe/Istanbul")))


@cache
def sources() -> DocumentSources:
    clinic = ROOT / "clinics" / "demo"
    return load_sources(Workspace(Library((ROOT,)), clinic), LEAFLET, ("en",), draft=True).sources


def lines(leaflets: tuple[str, ...] | None) -> set[str]:
    """The lines of the checklist if the clinic's own item and its fasting times are for these."""
    found = sources()
    fasting = found.clinic.fasting
    assert fasting
    clinic = found.clinic.model_copy(
        update={
            "checklist": (found.clinic.checklist[0].model_copy(update={"leaflets": leaflets}),),
            "fasting": fasting.model_copy(update={"leaflets": leaflets}),
        }
    )
    composed = checklist(replace(found, clinic=clinic), "en", VISIT)
    return {task.text.text for stage in composed.stages for task in stage.tasks}


@pytest.mark.parametrize("leaflets", [None, (LEAFLET,), ("another", LEAFLET)])
def test_what_is_for_a_leaflet_stands_on_its_checklist(leaflets: tuple[str, ...] | None) -> None:
    assert lines(leaflets) - lines(("another",)) == {
        "We call you to go through your medicines. Have their boxes beside the phone.",
        "Do not eat anything from this time on.",
        "Until this time you may drink water only. Do not drink anything from then on.",
    }


def test_nothing_that_is_for_other_leaflets_stands_on_it() -> None:
    assert lines(("another",)) < lines(None)
