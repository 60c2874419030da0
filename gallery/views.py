"""The pictures of the documentation: some pages of some samples."""

from dataclasses import dataclass

from build_pack.content.models.document_kinds import DocumentKind


@dataclass(frozen=True)
class View:
    """One picture: documents of a sample with the numbers of the pages to show."""

    name: str
    sample: str
    shown: tuple[tuple[DocumentKind | str, tuple[int, ...]], ...]
    dpi: int = 40


VIEWS = (
    View(
        "pack",
        "standard-en",
        ((DocumentKind.MEDICINES, (1, 2)), (DocumentKind.LEAFLET, (1,))),
        dpi=70,
    ),
    View(
        "standard",
        "standard-en",
        ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.MEDICINES, (1, 2, 3))),
    ),
    View(
        "consent",
        "standard-tr",
        ((DocumentKind.CONSENT, (1, 2, 3)), (DocumentKind.CHECKLIST, (1, 2))),
    ),
    View(
        "large-print",
        "large-print-en",
        ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.MEDICINES, (1, 3))),
    ),
    View("a5", "a5-en", ((DocumentKind.LEAFLET, (1, 2, 3)), (DocumentKind.MEDICINES, (1, 2, 3)))),
    View("letter", "letter-en", ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.CHECKLIST, (1, 2)))),
    View("booklet", "booklet-tr", ((DocumentKind.LEAFLET, (1, 2, 3)),)),
    View(
        "alongside",
        "alongside-tr-en",
        ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.CONSENT, (1, 2, 3))),
    ),
    View(
        "right-to-left",
        "right-to-left",
        ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.MEDICINES, (1, 2))),
    ),
    View(
        "papers",
        "papers-en",
        (
            (DocumentKind.PRESCRIBER_LETTER, (1,)),
            (DocumentKind.DATE_CHANGE, (1,)),
            (DocumentKind.TEAM_PLAN, (1,)),
        ),
    ),
    View("brand-wide", "wide-en", ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.CONSENT, (1,)))),
    View("brand-bare", "bare-tr", ((DocumentKind.LEAFLET, (1, 2)), (DocumentKind.CONSENT, (1,)))),
)
