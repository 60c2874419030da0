"""The pictures of the documentation: some pages of some samples."""

from dataclasses import dataclass

from build_pack.content.kinds import Kind


@dataclass(frozen=True)
class View:
    """One picture: documents of a sample with the numbers of the pages to show."""

    name: str
    sample: str
    shown: tuple[tuple[Kind | str, tuple[int, ...]], ...]
    dpi: int = 40


VIEWS = (
    View("pack", "standard-en", ((Kind.LEAFLET, (1, 3)), (Kind.MEDICINES, (4,))), dpi=70),
    View("standard", "standard-en", ((Kind.LEAFLET, (1, 2)), (Kind.MEDICINES, (1, 2, 3)))),
    View("consent", "standard-tr", ((Kind.CONSENT, (1, 4, 5)), (Kind.CHECKLIST, (1, 5)))),
    View("large-print", "large-print-en", ((Kind.LEAFLET, (1, 2)), (Kind.MEDICINES, (2, 5)))),
    View("a5", "a5-en", ((Kind.LEAFLET, (1, 2, 3)), (Kind.MEDICINES, (1, 3, 5)))),
    View("letter", "letter-en", ((Kind.LEAFLET, (1, 2)), (Kind.CHECKLIST, (1, 2)))),
    View("booklet", "booklet-tr", ((Kind.LEAFLET, (1, 2, 3)),)),
    View("alongside", "alongside-tr-en", ((Kind.LEAFLET, (1, 2)), (Kind.CONSENT, (1, 7, 8)))),
    View("right-to-left", "right-to-left", ((Kind.LEAFLET, (1, 2)), (Kind.MEDICINES, (2, 3)))),
    View("brand-wide", "wide-en", ((Kind.LEAFLET, (1, 2)), (Kind.CONSENT, (1,)))),
    View("brand-bare", "bare-tr", ((Kind.LEAFLET, (1, 2)), (Kind.CONSENT, (1,)))),
)
