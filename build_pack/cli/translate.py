"""`build-pack translate`: catalogs for Poedit and Weblate, and where they stand."""

from itertools import groupby
from pathlib import Path

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Group
from build_pack.cli.settings_defaults import from_settings


@click.group(cls=Group, short_help="Manage the translators' catalogs.")
def translate() -> None:
    """Manage the translators' catalogs.

    \b
    Examples:
      build-pack translate update
      build-pack translate status --locale tr
    """


@translate.command(short_help="Update catalogs from the source texts.")
@options.catalog_locales
@options.holder
@options.problem_format
@options.library
def update(locales: tuple[str, ...], clinic: Path | None, library_folder: Path | None) -> int:
    """Update the catalogs from the source texts. A second run changes nothing.

    \b
    Examples:
      build-pack translate update
      build-pack translate update --locale ar
      build-pack translate update --clinic my-clinic

    A translation whose source is unchanged stays as it is. If the source has changed, the
    translation is kept, marked as needing work, with the old source next to it. A new language
    gets a folder under locales/.

    A clinic's folder has catalogs for the clinic's own leaflets, templates and rewordings. For a
    language that the library does not have, it has all catalogs.
    """
    from build_pack import Library, locales_without_catalogs, update_catalogs

    library = Library.at(library_folder)
    changed = update_catalogs(library, locales, clinic)
    for path in changed:
        click.echo(path)
    without = locales_without_catalogs(library, locales, clinic)
    if without:
        where, of = (clinic or library.folders[-1]).resolve(), ", ".join(without)
        click.echo(f"{where} has no texts of its own to translate into {of}.")
    elif not changed:
        click.echo("All catalogs are up to date.")
    return 0


@translate.command(short_help="Show the state of each catalog.")
@options.catalog_locales
@click.option(
    "--clinic",
    type=options.FolderParam(exists=True, file_okay=False, path_type=Path),
    callback=from_settings,
    help=(
        "Include this clinic's own leaflets and rewordings. Default: from build-pack.toml, "
        "otherwise only the library."
    ),
)
@options.problem_format
@options.library
def status(locales: tuple[str, ...], clinic: Path | None, library_folder: Path | None) -> int:
    """Show how many segments of each catalog are in each state, and how much is done.

    \b
    Examples:
      build-pack translate status --locale tr
      build-pack translate status --locale de --clinic my-clinic
    """
    from build_pack import Library, TranslationState, catalog_status, summed_catalog_status

    rows = catalog_status(Library.at(library_folder), locales, clinic)
    width = max((len(row.domain) for row in rows), default=0)
    click.echo("  ".join(["locale", "catalog".ljust(width), *TranslationState, "done"]))
    for _, of_locale in groupby(rows, lambda row: row.locale):
        found = list(of_locale)
        for row in (*found, summed_catalog_status(found)):
            counts = [str(row.states[state]).rjust(len(state)) for state in TranslationState]
            share = f"{row.share} %".rjust(5)
            click.echo("  ".join([row.locale.ljust(6), row.domain.ljust(width), *counts, share]))
    return 0


@translate.command(short_help="Create a test language to try out layouts.")
@click.argument("locale", type=options.LocaleParam())
@options.problem_format
@options.library
def pseudo(locale: str, library_folder: Path | None) -> int:
    """Create a test language under locales/LOCALE, with artificial texts to try out layouts.

    \b
    Examples:
      build-pack translate pseudo az
      build-pack translate pseudo ar

    LOCALE is the code of a language that has no folder yet; its date and number formats are used.
    In the Latin script, the texts are a third longer than the English ones. For a language in the
    Arabic script, the texts are in that script, and each begins with the word for “test”.

    To try out a layout, enable the language in a copy of a clinic and build. Delete the folder
    afterwards.
    """
    from build_pack import Library, make_pseudo_catalogs

    files = make_pseudo_catalogs(Library.at(library_folder), locale)
    for path in files:
        click.echo(path)
    return 0
