"""Clinics to try the design on: the sample's texts, each under a name, a colour and a logo."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

_FILES = Path(__file__).with_name("brands")


@dataclass(frozen=True)
class Brand:
    """What differs from the sample clinic."""

    id: str
    colour: str = ""
    logo: str | None = "logo.svg"
    """A file of `gallery/brands/`; None: the clinic has no logo."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


SAMPLE = Brand("sample")
WIDE = Brand(
    "wide",
    "#f0a92e",  # pale: words are printed in a darker shade of it
    "wide.svg",
    MappingProxyType(
        {
            "Sample Pain Clinic": "Sample University Hospital, Centre for Pain Medicine, Spine "
            "Health and Rehabilitation",
            "Örnek Ağrı Kliniği": "Örnek Üniversitesi Hastanesi Ağrı Tedavisi, Omurga Sağlığı ve "
            "Rehabilitasyon Merkezi",
        }
    ),
)
BARE = Brand("bare", "#5b2a6f", None)
BRANDS = (SAMPLE, WIDE, BARE)


def make_clinic(sample: Path, brand: Brand, folder: Path) -> Path:
    """A copy of the sample clinic in `folder` under this brand."""
    clinic = folder / brand.id
    shutil.copytree(sample, clinic)
    path = clinic / "clinic.yaml"
    text = path.read_text("utf-8")
    for old, new in brand.names.items():
        text = _replaced(text, f": {old}\n", f": {new}\n")
    if brand.colour:
        text = _replaced(text, 'colour: "#0f4c5c"', f'colour: "{brand.colour}"')
    if brand.logo is None:
        text = _replaced(text, "  logo: logo.svg\n", "")
    elif (_FILES / brand.logo).is_file():
        shutil.copy(_FILES / brand.logo, clinic / "logo.svg")
    path.write_text(text, "utf-8")
    return clinic


def _replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise ValueError(f"the sample clinic no longer has {old!r}")
    return text.replace(old, new)
