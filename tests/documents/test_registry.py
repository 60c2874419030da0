"""Each kind of document has its line, its folder, its template and its page of documentation."""

from inspect import signature

import pytest

from build_pack.content.library import program_templates
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.documents.compose import compose, composer_of
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import demo

of_each_kind = pytest.mark.parametrize("kind", list(DocumentKind))


@of_each_kind
def test_a_kind_has_a_composer_and_a_template_of_its_name(kind: DocumentKind) -> None:
    assert [*signature(composer_of(kind)).parameters] == ["sources", "locale", "visit"]
    assert (program_templates() / f"{kind}.html.jinja").is_file()


@of_each_kind
def test_what_a_kind_needs_and_prints_is_in_the_files_that_it_names(kind: DocumentKind) -> None:
    assert kind.traits.needs in Leaflet.model_fields
    assert {part.replace("-", "_") for part in kind.traits.prints} <= set(Leaflet.model_fields)
    assert kind.traits.clinic <= set(Clinic.model_fields)


def test_no_two_kinds_have_the_same_letters_in_their_codes() -> None:
    assert len({kind[:3] for kind in DocumentKind}) == len(DocumentKind)


@pytest.mark.parametrize("kind", demo().leaflet.kinds)
def test_only_what_is_signed_comes_in_two_copies(kind: DocumentKind) -> None:
    copies = [one.copy for one in compose(demo(), "en", kind, Visit())]

    signed = ["Copy for the clinic’s file", "Copy for you to keep"]
    assert copies == (signed if kind.traits.needs == "consent" else [""])
