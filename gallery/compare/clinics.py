"""The clinics of a set: the sample under each brand, with an own design and rules, in Arabic."""

import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from gallery.brands import BARE, SAMPLE, WIDE, Brand, make_clinic

_FILES = Path(__file__).with_name("clinic")
_PACKS, _RULES = (_FILES / name for name in ("packs.yaml", "rules.yaml"))
_STYLES = Path("templates", "css", "variables.css")
_OWN = {"--gap: 2.4mm": "--gap: 3mm", "--ink: #1b2126": "--ink: #101820"}
DESIGNED = Brand("designed", "#5b2a6f", "wide.svg")
BRANDS = (SAMPLE, WIDE, BARE, DESIGNED)


def make_clinics(checkout: Path, folder: Path) -> None:
    """Put a clinic of each brand into a folder, with the rules and packs that only sets have."""
    for brand in BRANDS:
        clinic = make_clinic(checkout / "clinics" / "demo", brand, folder)
        _append(clinic / "clinic.yaml", _PACKS)
        _append(clinic / "medicines.yaml", _RULES)
    styles = folder / DESIGNED.id / _STYLES
    styles.parent.mkdir(parents=True)
    styles.write_text(_redesigned((checkout / _STYLES).read_text("utf-8")), "utf-8")


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
