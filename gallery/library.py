"""A copy of the library with a test language in another script."""

import json
import shutil
from pathlib import Path
from typing import Any

from build_pack.content.library import Library
from build_pack.content.yaml.source_file import read
from build_pack.locales import Locale
from build_pack.operations.translate import make_pseudo_catalogs
from build_pack.translation.pseudo_locale import pseudo_text

LEAFLET = "radiofrequency-neurotomy"
FOLDERS = ("leaflets", "locales", "templates", "clinics")


def copied_library(root: Path, folder: Path, pseudo: str = "") -> Library:
    """The library in `folder`, with test text for a locale if one is given."""
    for name in FOLDERS:
        shutil.copytree(root / name, folder / name)
    library = Library((folder,))
    if pseudo:
        make_pseudo_catalogs(library, pseudo)
        enable(folder / "clinics" / "demo", pseudo)
    return library


def enable(clinic: Path, locale: str) -> None:
    """Enable a language at a clinic, with test text beside each of its English texts."""
    for name in ("clinic.yaml", "medicines.yaml"):
        path = clinic / name
        data = read(path).data
        if "locales" in data:
            data["locales"].append(locale)
        _add(data, locale)
        path.write_text(json.dumps(data, default=str, ensure_ascii=False), encoding="utf-8")


def _add(node: Any, locale: str) -> None:
    if isinstance(node, dict):
        if "en" in node:
            # Capitals stay as they are: without its medicine a text would not pass the checks.
            english = node["en"].replace("insulin", "INSULIN")
            node[locale] = pseudo_text(english, Locale(locale).script)
        for value in node.values():
            _add(value, locale)
    elif isinstance(node, list):
        for value in node:
            _add(value, locale)
