"""The withdrawal record names the consent that is taken back as this names itself."""

from dataclasses import replace

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.compose import compose
from build_pack.documents.shared.edition import Edition
from build_pack.documents.withdrawal.views import WithdrawalDocument
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import demo


def test_it_prints_the_code_and_the_edition_of_the_consent_summary_and_has_its_own() -> None:
    kinds = (DocumentKind.CONSENT, DocumentKind.WITHDRAWAL)
    editions = {kind: Edition(str(at) * 64) for at, kind in enumerate(kinds, start=1)}
    sources = replace(demo(), editions={"tr": editions})

    consent, record = (compose(sources, "tr", kind, Visit())[0] for kind in kinds)

    assert isinstance(record, WithdrawalDocument)
    assert record.consent == consent.control
    assert record.control.edition == editions[DocumentKind.WITHDRAWAL].code
    assert record.control.code != consent.control.code


def test_a_leaflet_without_a_consent_summary_has_none() -> None:
    leaflet = demo().leaflet
    without = leaflet.model_copy(update={"consent": None})

    assert {*leaflet.kinds} - {*without.kinds} == {DocumentKind.CONSENT, DocumentKind.WITHDRAWAL}
