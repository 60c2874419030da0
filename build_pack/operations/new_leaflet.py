"""A leaflet's folder made from the commented starter, with the catalogs that it needs to build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from build_pack.content.json_schemas import schema_name, schema_text
from build_pack.content.library import SOURCE_LOCALE, Library, catalog_path
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import Loaded, load
from build_pack.operations.leaflet_names import (
    free_code,
    id_problems,
    pack_problems,
    title_of,
    title_problems,
)
from build_pack.operations.new_clinic import starter_folder, with_values
from build_pack.planning.diary_times import months_after
from build_pack.problems import Place, Problem, stop_on_errors
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.storage.text_files import read_bytes, read_text
from build_pack.translation.po.catalog_file import format_po, new_po, read_catalog
from build_pack.translation.segments import Segment, leaflet_segments
from build_pack.translation.update import updated_catalog
from build_pack.workspace.clock import today_at
from build_pack.workspace.missing_catalogs import missing_catalog_problems, updated_catalog_list

_PROGRAM = Path(__file__).resolve().parents[1]
_LEAFLETS = "leaflets"
_MONTHS_TO_REVIEW = 24


@dataclass(frozen=True)
class NewLeaflet:
    """A leaflet that can be written now."""

    files: tuple[Path, ...]
    """Those that were written, leaflet.yaml first."""
    locale: str
    """The language in which it builds."""

    @property
    def needs_draft(self) -> bool:
        """Whether only drafts of it can be built: English is not among the languages."""
        return self.locale != SOURCE_LOCALE


def new_leaflet(
    library: Library, leaflet_id: str, clinic: Path | None = None, title: str = ""
) -> NewLeaflet:
    """Write a leaflet into the clinic's folder, or into the library's where none is given.

    Raises `ProblemsError`, and writes nothing, if the id or the title is not good, if the id is
    taken, or if the folder is none for leaflets.
    """
    folder = clinic or library.folders[-1]
    stop_on_errors(_folder_problems(folder, clinic))
    with only_writer(folder):
        return _made(library, leaflet_id, clinic, title)


def _made(library: Library, leaflet_id: str, clinic: Path | None, title: str) -> NewLeaflet:
    folder = clinic or library.folders[-1]
    loaded = load(clinic / "clinic.yaml", Clinic) if clinic else None
    library = library.with_clinic(clinic) if clinic else library
    title = normalize("NFC", title).strip()
    problems = [*id_problems(library, leaflet_id, folder / _LEAFLETS), *title_problems(title)]
    stop_on_errors([*problems, *(pack_problems(loaded, leaflet_id) if loaded else ())])
    today = today_at(loaded.model if loaded else None)
    values = {
        "id": leaflet_id,
        "code": free_code(library, leaflet_id),
        "issued": f"{today}",
        "review_by": f"{months_after(today, _MONTHS_TO_REVIEW)}",
        "title": title or title_of(leaflet_id),
    }
    enabled = loaded.model.locales if loaded else library.locales()
    locales = [locale for locale in enabled if locale in library.locales()]
    catalogs = [catalog_path(folder, locale, leaflet_id) for locale in locales]
    stop_on_errors(missing_catalog_problems(folder, catalogs))
    files = dict(_files(starter_folder(library, "leaflets/_starter"), folder, values, locales))
    first = SOURCE_LOCALE if SOURCE_LOCALE in enabled else enabled[0]
    write_files_atomically(
        folder, files | updated_catalog_list(folder, [one.relative_to(folder) for one in catalogs])
    )
    return NewLeaflet(tuple(folder / name for name in files), first)


def _folder_problems(folder: Path, clinic: Path | None) -> Iterator[Problem]:
    """A folder that an update of the program would take away, or that is no library."""
    if folder.resolve().is_relative_to(_PROGRAM):
        message = "This folder belongs to the program: an update would remove your leaflet."
        hint = "Give your clinic's folder with --clinic. To create one, use build-pack new clinic."
        yield Problem("file-unwritable", Place(folder), message, hint)
    elif not clinic and not (folder / "locales" / SOURCE_LOCALE).is_dir():
        message = "This is not a library folder: it has no catalogs for English."
        hint = "Give your clinic's folder with --clinic, or correct the folder of --library."
        yield Problem("file-missing", Place(folder), message, hint)


def _files(
    starter: Path, folder: Path, values: Mapping[str, str], locales: Sequence[str]
) -> Iterator[tuple[Path, bytes]]:
    """Each file of the leaflet by its name in the folder, leaflet.yaml first."""
    own = Path(_LEAFLETS, values["id"])
    loaded = load(starter / "leaflet.yaml", Leaflet)
    text = read_text(starter / "leaflet.yaml")
    yield own / "leaflet.yaml", with_values(text, values).encode()
    yield own / "references.json", read_bytes(starter / "references.json")
    schema = Path("schemas", schema_name("leaflet"))
    if not (folder / schema).is_file():
        yield schema, schema_text("leaflet").encode()
    segments = tuple(_segments(loaded, folder / own / "leaflet.yaml", values))
    for locale in locales:
        path = catalog_path(folder, locale, values["id"])
        before = read_catalog(path) if path.is_file() else new_po(path, locale)
        catalog = format_po(updated_catalog(before, segments, folder))
        yield path.relative_to(folder), catalog.encode()


def _segments(starter: Loaded[Leaflet], path: Path, values: Mapping[str, str]) -> Iterator[Segment]:
    """The texts as they will be read from the new file."""
    own = {"id": values["id"], "title": values["title"]}
    loaded = Loaded(starter.model.model_copy(update=own), starter.source)
    for segment in leaflet_segments(loaded):
        yield replace(segment, place=replace(segment.place, path=path))
