"""What is told of a language that is asked for and that the clinic does not have."""

import pytest

from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.yaml.loading import load
from build_pack.workspace.languages import locale_problems
from tests.workshop import ROOT


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("tr_TR", "tr"), ("en_Latn_GB", "en"), ("türkçe", "tr"), ("fr_FR", ""), ("", "")],
)
def test_what_is_not_enabled_leads_to_the_nearest(asked: str, meant: str) -> None:
    clinic = load(ROOT / "clinics/demo/clinic.yaml", Clinic)
    [problem] = locale_problems(Library((ROOT,)), clinic, (asked,))
    assert problem.code == "locale-unknown"
    assert problem.message == "The clinic has not enabled this language."
    assert problem.hint.startswith(f"Did you mean “{meant}”? Add" if meant else "Add it to")
