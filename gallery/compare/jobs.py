"""What a set is made of: each job is one or more command lines, and fills a folder of its name."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from gallery.brands import BARE, SAMPLE, WIDE, Brand
from gallery.compare.clinics import DESIGNED, add_arabic
from gallery.compare.program import Program
from gallery.compare.visits import CERVICAL, LUMBAR, MANY, THORACIC

_LEAFLET = "radiofrequency-neurotomy"
_LIST = Path(__file__).with_name("clinic") / "day.csv"
_FORMATS = {
    "large-print": ("--large-print",),
    "letter": ("--paper", "letter"),
    "a5": ("--paper", "a5"),
    "booklet": ("--booklet",),
}
_LOCALES = ("tr", "en")
_SIGNERS = {"translation-reviewer": "First Sample", "clinician": "Second Sample"}


@dataclass(frozen=True)
class Place:
    """Where a job is done: with which program, which clinics, and into which folder."""

    program: Program
    clinics: Path
    out: Path

    @property
    def work(self) -> Path:
        """A folder for what the job needs and nobody compares."""
        return self.program.folder

    def build(self, *words: str, brand: Brand = SAMPLE) -> None:
        """Build for one of the clinics."""
        clinic = self.clinics / brand.id
        self.program.run("build", *words, "--clinic", str(clinic), "--out", str(self.out))


@dataclass(frozen=True)
class Job:
    """A name, and what is done; raises `CommandFailedError` where a command fails."""

    name: str
    do: Callable[[Place], None]


def jobs(checkout: Path) -> tuple[Job, ...]:
    """All jobs for the leaflets of a checkout, those that take longest first."""
    leaflets = sorted(path.parent.name for path in checkout.glob("leaflets/[a-z]*/leaflet.yaml"))
    return (
        Job("release", _release),
        Job("right-to-left", _right_to_left),
        *(_built(f"visit-{leaflet}", leaflet, "--plain", *LUMBAR) for leaflet in leaflets),
        *_without_visit(leaflets),
        *_in_formats(leaflets),
        *_beside_formats(),
        Job("day", _day),
        Job("new-leaflet", _new_leaflet),
    )


def _without_visit(leaflets: Sequence[str]) -> Iterator[Job]:
    """Each leaflet with blanks and with all medicines, one of them in both languages."""
    for leaflet, locale in zip(leaflets, cycle(_LOCALES), strict=False):
        words = () if leaflet == _LEAFLET else ("--locale", locale)
        yield _built(f"blank-{leaflet}", leaflet, "--plain", *words)


def _in_formats(leaflets: Sequence[str]) -> Iterator[Job]:
    """Each leaflet in each format, and each language in each format.

    Pages take their words and their format from different places, so not every three of them are
    printed: that would take twice as long.
    """
    for turn, (name, words) in enumerate(_FORMATS.items()):
        locales = islice(cycle(_LOCALES), turn, None)
        for leaflet, locale in zip(leaflets, locales, strict=False):
            yield _built(f"{name}-{leaflet}", leaflet, *words, "--locale", locale, *LUMBAR)


def _beside_formats() -> Iterator[Job]:
    """What else shapes a page: the brand, two languages, the clinic's packs, the visit."""
    for brand, leaflet, locale in (
        (WIDE, _LEAFLET, "en"),
        (BARE, "diagnostic-nerve-block", "tr"),
        (DESIGNED, _LEAFLET, "tr"),
    ):
        words = (leaflet, "--locale", locale, *LUMBAR)
        yield _built(f"brand-{brand.id}", *words, brand=brand)
    for name, *more in (
        ("alongside-tr-en", "explained", "--locale", "tr", "--alongside", "en", "--plain"),
        ("alongside-en-tr", "discharge", "--locale", "en", "--alongside", "tr", "--large-print"),
        ("pack-before-block", "before-block", "--locale", "tr"),
        ("pack-before-procedure", "--pack", "before-procedure", "--locale", "en"),
    ):
        yield _built(name, *more, *CERVICAL)
    yield _built("pack-block-day", "block-day", "--plain", *THORACIC)
    yield _built("medicines", "medicines-only", "--plain", *MANY)
    yield _built("medicines-thoracic", "medicines-only", "--locale", "en", *THORACIC)


def _built(name: str, *words: str, brand: Brand = SAMPLE) -> Job:
    return Job(name, lambda place: place.build(*words, brand=brand))


def _right_to_left(place: Place) -> None:
    """Test text in Arabic letters, alone and beside Turkish."""
    library = place.work / "library"
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(place.program.checkout / name, library / name)
    shutil.copytree(place.clinics / SAMPLE.id, clinic := place.work / "clinic")
    add_arabic(clinic)
    place.program.run("translate", "pseudo", "ar", "--library", str(library))
    where = ("--library", str(library), "--clinic", str(clinic), "--locale", "ar", "--draft")
    for name, words in (
        ("alone", (_LEAFLET, "--plain", *LUMBAR)),
        ("alongside", ("discharge", "--alongside", "tr", *CERVICAL)),
    ):
        place.program.run("build", *words, *where, "--out", str(place.out / name))


def _day(place: Place) -> None:
    """A list with a mistake in its last line, which the nurse's list names."""
    clinic = str(place.clinics / SAMPLE.id)
    place.program.run("day", str(_LIST), "--clinic", clinic, "--out", str(place.out), code=1)


def _new_leaflet(place: Place) -> None:
    """A new clinic's new leaflet, as a draft: none of its texts is translated."""
    clinic = str(place.work / "clinic")
    place.program.run("new", "clinic", clinic)
    place.program.run("new", "leaflet", "knee-injection", "--clinic", clinic)
    place.program.run("build", "knee-injection", "--clinic", clinic, "--draft",
                      "--out", str(place.out))  # fmt: skip


def _release(place: Place) -> None:
    """A release; one of its documents again, then again when the clinic has another number."""
    shutil.copytree(place.clinics / SAMPLE.id, clinic := place.work / "clinic")
    of_clinic, log = ("--clinic", str(clinic)), place.out / "prints.jsonl"
    place.program.git(clinic, "init", "--quiet")
    for role, name in _SIGNERS.items():
        place.program.run("approve", _LEAFLET, *of_clinic, "--locale", "tr", "--role", role,
                          "--by", name, "--until", "2027-06-30", "--yes")  # fmt: skip
    place.program.run("build", _LEAFLET, *of_clinic, "--locale", "tr", "--release", "--plain",
                      *CERVICAL, "--out", str(place.out), "--log", str(log))  # fmt: skip
    _commit(place.program, clinic)
    code = _edition(log, "CHE")
    again = ("reprint", code, *of_clinic, *CERVICAL)
    place.program.run(*again, "--out", str(place.out / "reprint"))
    _change_number(clinic / "clinic.yaml")
    _commit(place.program, clinic)
    place.program.run(*again, "--out", str(place.out / "withdrawn"))


def _commit(program: Program, clinic: Path) -> None:
    program.git(clinic, "add", "--all")
    program.git(clinic, "commit", "--quiet", "--message", "As it is now")


def _edition(log: Path, kind: str) -> str:
    lines = map(json.loads, log.read_text("utf-8").splitlines())
    return next(str(line["edition"]) for line in lines if f"-{kind}-" in line["document"])


def _change_number(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace("000 00 01", "000 00 09"), "utf-8")
