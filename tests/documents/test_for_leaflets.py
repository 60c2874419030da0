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

GENERAL = {
    "Ask us: May I eat and drink before the procedure?",
    "Eat and drink only as we have told you.",
}
"""What the leaflet says where the clinic has no fasting times."""
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
        (
            "Until this time you may drink water only. Then do not drink anything but a "
            "sip of water with a tablet that you have to take."
        ),
    }


def test_nothing_that_is_for_other_leaflets_stands_on_it() -> None:
    assert lines(("another",)) - GENERAL < lines(None)


def test_a_general_line_is_not_printed_where_the_clinic_answers_it() -> None:
    assert lines(("another",)) >= GENERAL
    assert not GENERAL & lines(None)


def test_what_not_to_do_has_a_list_of_its_own_in_the_order_of_the_days() -> None:
    stages = {stage.id: stage for stage in checklist(sources(), "en", VISIT).stages}
    marks = [[task.dont for task in tasks] for tasks in stages["after"].lists]
    assert marks == [[False] * 3, [True], [False] * 2]
    [[driving]] = [tasks for tasks in stages["after"].lists if tasks[0].dont]
    assert driving.when.replace("\u00a0", " ") == "Until at least Friday, 11 December 2026"
