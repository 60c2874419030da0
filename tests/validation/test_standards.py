"""Every file is PDF/UA-1 and PDF/A-2a, as veraPDF's engine sees it."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf

from tests.validation.conftest import Packs
from tests.validation.formats import CHECKLIST, FORMATS, in_every_format, in_formats
from tests.validation.verapdf import STANDARDS, validate


@in_every_format
def test_every_file_follows_both_standards(
    packs: Packs, record_property: Callable[[str, object], None]
) -> None:
    """A pack is joined of its documents in the same way in every format: one shows it."""
    files = packs.files if packs.format is FORMATS[0] else packs.documents
    reports = validate(files)

    assert len(reports) == len(files) * len(STANDARDS)
    assert {f"{one.file}, {one.standard}": one.failures for one in reports if one.failures} == {}
    assert all(one.compliant and one.checks > 1_000 for one in reports)
    record_property("checked", [packs.format.name, len(files), sum(r.checks for r in reports)])


# That it can fail


def _untagged(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def _without_claims(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]
        del metadata["pdfaid:part"]


def _without_colours(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _without_alternatives(pdf: Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == Name.Figure:
            del item["/Alt"]


_FAULTS: dict[Callable[[Pdf], None], tuple[str, str]] = {
    _untagged: ("7.1-11", "6.7.3.3-1"),
    _without_claims: ("5-1", "6.6.4-2"),
    _without_colours: ("", "6.2.4.3-2"),
    _without_alternatives: ("7.3-1", ""),
}
"""Rules that a file with this fault breaks, of each standard; empty: it follows the standard."""


@in_formats(FORMATS[0])
def test_faults_are_found(packs: Packs, tmp_path: Path) -> None:
    original = packs.document("tr", CHECKLIST)
    for fault in _FAULTS:
        with pikepdf.open(original) as pdf:
            fault(pdf)
            pdf.save(tmp_path / f"{fault.__name__}.pdf")

    reports = iter(validate([tmp_path / f"{fault.__name__}.pdf" for fault in _FAULTS]))

    for fault, rules in _FAULTS.items():
        for rule, report in zip(rules, reports, strict=False):
            broken = {failure.partition(" ")[0] for failure in report.failures}
            assert (rule in broken) if rule else report.compliant, (fault.__name__, report)
