"""The clinics of a set: the sample under each brand, with an own design and rules, in Arabic."""

import json
from pathlib import Path
from typing import Any

from PIL import Image
from ruamel.yaml import YAML

from gallery.brands import BARE, SAMPLE, WIDE, Brand, make_clinic

_FILES = Path(__file__).with_name("clinic")
_PACKS, _RULES = (_FILES / name for name in ("packs.yaml", "rules.yaml"))
_STYLES = Path("templates", "css", "variables.css")
_OWN = {"--gap: 2.4mm": "--gap: 3mm", "--ink: #1b2126": "--ink: #101820"}
_LOGO = "logo.png"
DESIGNED = Brand("designed", "#1d5c3a")
BRANDS = (SAMPLE, WIDE, BARE, DESIGNED)


def make_clinics(checkout: Path, folder: Path) -> None:
    """Put a clinic of each brand into a folder, with the rules and packs that only sets have."""
    for brand in BRANDS:
        clinic = make_clinic(checkout / "clinics" / "demo", brand, folder)
        _append(clinic / "clinic.yaml", _PACKS)
        _append(clinic / "medicines.yaml", _RULES)
    _design(folder / DESIGNED.id, (checkout / _STYLES).read_text("utf-8"))


def add_arabic(clinic: Path) -> None:
    """Enable Arabic, with a text in two directions beside each English one."""
    for name in ("clinic.yaml", "medicines.yaml"):
        path = clinic / name
        data = YAML(typ="safe", pure=True).load(path)
        if "locales" in data:
            data["locales"].append("ar")
        _add(data)
        path.write_text(json.dumps(data, default=str, ensure_ascii=False), "utf-8")


def _append(path: Path, more: Path) -> None:
    """Add to the list with which a file of the sample clinic ends."""
    path.write_text(path.read_text("utf-8") + more.read_text("utf-8"), "utf-8")


def _design(clinic: Path, styles: str) -> None:
    """A stylesheet of the clinic's own, and a logo of pixels, partly transparent."""
    path = clinic / _STYLES
    path.parent.mkdir(parents=True)
    path.write_text(_redesigned(styles), "utf-8")
    logo = Image.linear_gradient("L").resize((240, 80))
    Image.merge("RGBA", (logo, logo.transpose(Image.Transpose.ROTATE_180), logo, logo)).save(
        clinic / _LOGO
    )
    path = clinic / "clinic.yaml"
    path.write_text(path.read_text("utf-8").replace("logo: logo.svg", f"logo: {_LOGO}"), "utf-8")


def _redesigned(styles: str) -> str:
    for old, new in _OWN.items():
        if old not in styles:
            raise ValueError(f"{_STYLES} no longer has “{old}”")
        styles = styles.replace(old, new)
    return styles


def _add(node: Any) -> None:
    if isinstance(node, dict):
        if "en" in node:
            node["ar"] = f"نص {node['en']}"
        for value in node.values():
            _add(value)
    elif isinstance(node, list):
        for value in node:
            _add(value)
