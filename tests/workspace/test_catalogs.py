"""What lies in a clinic's folder is read, or it is told that nothing reads it."""

from pathlib import Path

import pytest

from build_pack.cli.main import cli
from build_pack.content.library import Library
from build_pack.content.validation.leaflet import CATALOGS_BESIDE
from build_pack.operations.translate import catalog_status, domains, update_catalogs
from build_pack.problems import ProblemsError, Severity
from build_pack.workspace.catalogs import UI, Domains, load_catalogs, unused_catalogs
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_loading import load_and_check_sources
from tests.content.samples import told
from tests.workshop import LEAFLET, Workshop

NO_DOMAINS: Domains = {}


def put(workshop: Workshop, name: str, text: str = "") -> Path:
    path = workshop.clinic / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def strays(workshop: Workshop, enabled: tuple[str, ...] | None = ("tr", "en")) -> list[str]:
    """What is said of the clinic's folder, with the name of the file."""
    library = workshop.library.with_clinic(workshop.clinic)
    found = unused_catalogs(workshop.clinic, library, NO_DOMAINS, enabled)
    return [f"{problem.place.path.name} {told(problem)[4:]}" for problem in found]


@pytest.mark.parametrize("domain", [LEAFLET, *CATALOGS_BESIDE])
def test_a_catalog_in_its_place_is_read_even_while_its_source_is_broken(
    workshop: Workshop, domain: str
) -> None:
    put(workshop, f"locales/tr/LC_MESSAGES/{domain}.po")
    put(workshop, f"locales/tr/LC_MESSAGES/{domain}.mo")  # Poedit makes it
    put(workshop, "leaflets/formulary.yaml")
    put(workshop, "leaflets/warning-signs.yaml")
    assert strays(workshop) == []


@pytest.mark.parametrize(
    "name",
    [
        "locales/tr/ui.po",
        "locales/ui.po",
        "locales/tr/LC_MESSAGES/more/ui.po",
        "locales/tr/LC_MESSAGES/UI.po",
        "locales/tr/LC_MESSAGES/ui.PO",
    ],
)
def test_a_catalog_in_another_place_is_told(workshop: Workshop, name: str) -> None:
    path = put(workshop, name)
    assert strays(workshop) == [
        (
            f"{path.name} catalog-unused This catalog is not used: it is in the wrong folder. "
            "Move it to locales/LANGUAGE/LC_MESSAGES/, and give it the name of the leaflet."
        )
    ]


@pytest.mark.parametrize("locale", ["TR", "tr-TR", "turkish", "tr_tr"])
def test_a_folder_that_is_not_called_like_a_language_is_told(
    workshop: Workshop, locale: str
) -> None:
    put(workshop, f"locales/{locale}/LC_MESSAGES/ui.po")
    [message] = strays(workshop)
    assert f"“{locale}” is not a valid language code. Rename the folder." in message


def test_a_language_that_the_clinic_has_not_enabled_is_a_warning(workshop: Workshop) -> None:
    put(workshop, "locales/tr_TR/LC_MESSAGES/ui.po")
    library = workshop.library
    [problem] = unused_catalogs(workshop.clinic, library, NO_DOMAINS, ("tr", "en"))
    assert problem.severity is Severity.WARNING
    assert "the clinic has not enabled “tr_TR”" in problem.message
    assert strays(workshop, None) == []  # then the clinic's file could not be read


def test_names_of_medicines_are_read_in_every_language(workshop: Workshop) -> None:
    put(workshop, "locales/tr_TR/LC_MESSAGES/medicines.po")
    assert strays(workshop) == []


NAMED = 'msgctxt "medicine.warfarin"\nmsgid "{source}"\nmsgstr "Warfarinum"\n\n'


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ("no catalog", "catalog-invalid"),
        (NAMED.format(source="Heparin"), "translation-stale"),
        (f"#, fuzzy\n{NAMED.format(source='warfarin')}", "translation-fuzzy"),
        (NAMED.format(source="warfarin") * 2, "translation-duplicate"),
        (NAMED.format(source="warfarin").replace("e.warfarin", "e.none"), "translation-unknown"),
        (NAMED.format(source="warfarin"), None),
    ],
)
def test_a_fault_of_names_in_a_language_that_is_not_enabled_is_a_warning(
    workshop: Workshop, entries: str, code: str | None
) -> None:
    """They decide what a typed name means, in whichever language it is."""
    header = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n'
    path = put(workshop, "locales/de/LC_MESSAGES/medicines.po", header + entries)
    found = load_and_check_sources(workshop.open(), LEAFLET, ("en",)).problems
    told = [one for one in found if one.place.path == path]
    assert {(one.code, one.severity) for one in told} == (
        {(code, Severity.WARNING)} if code else set()
    )


@pytest.mark.parametrize("folder", ["", "leaflets/own/"])
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("formulary.yaml", "list of medicines"),
        ("warning-signs.yaml", "library of warning signs"),
    ],
)
def test_what_all_leaflets_share_is_told_in_another_place(
    workshop: Workshop, folder: str, name: str, what: str
) -> None:
    put(workshop, folder + name)
    right = workshop.clinic / "leaflets" / name
    assert strays(workshop) == [
        f"{name} file-unused This {what} is not used here. Move it to {right}."
    ]


def test_a_template_that_nothing_uses_is_told(workshop: Workshop) -> None:
    put(workshop, "templates/leaflets.html.jinja")
    assert strays(workshop) == [
        (
            "leaflets.html.jinja file-unused This template is not used: it replaces no "
            "template, and no template includes it. Give it the name and folder of the template "
            "that it should replace."
        )
    ]


def test_a_template_that_replaces_one_or_is_included_is_used(workshop: Workshop) -> None:
    put(workshop, "templates/leaflet.html.jinja", '{% include "components/ours.html.jinja" %}')
    put(workshop, "templates/components/ours.html.jinja")
    assert strays(workshop) == []


def test_what_a_clinics_template_leaves_out_is_not_unknown_in_the_librarys_catalog(
    workshop: Workshop,
) -> None:
    """Nobody could fix it: update would take the words from all other clinics."""
    name = "components/calls.html.jinja"
    put(workshop, f"templates/{name}", '<p>{{ pgettext("contact.ours", "Call any time") }}</p>')
    library = workshop.library.with_clinic(workshop.clinic)
    own = workshop.clinic / "locales" / "tr" / "LC_MESSAGES" / "ui.po"
    update_catalogs(workshop.library, ("tr",), workshop.clinic)
    text = own.read_text(encoding="utf-8")
    english = 'msgid "Call any time"\nmsgstr "'
    assert english in text
    own.write_text(text.replace(english, f"{english}Her zaman arayın"), encoding="utf-8")
    findings = ProblemCollector()
    load_catalogs(findings, library, "tr", {UI: domains(library)[UI]})
    unknown = [problem for problem in findings.problems if problem.code == "translation-unknown"]
    assert unknown == []


def test_update_brings_on_the_languages_that_only_the_clinic_has(workshop: Workshop) -> None:
    put(
        workshop, "templates/components/contact-line.html.jinja", '{{ pgettext("a.b", "Call us") }}'
    )
    folder = workshop.clinic / "locales" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    made = update_catalogs(workshop.library, (), workshop.clinic)
    assert folder / "ui.po" in made


def test_a_language_that_the_library_lacks_gets_all_its_catalogs_in_the_clinics_folder(
    workshop: Workshop,
) -> None:
    library = workshop.library
    folder = workshop.clinic / "locales" / "de" / "LC_MESSAGES"
    made = update_catalogs(library, ("de",), workshop.clinic)
    assert {*made} == {folder / f"{name}.po" for name in (LEAFLET, *CATALOGS_BESIDE)}
    text = (folder / f"{LEAFLET}.po").read_text("utf-8")
    assert text.count("msgctxt") == len(domains(library)[LEAFLET])
    assert str(workshop.folder) not in text
    assert update_catalogs(library, ("de",), workshop.clinic) == ()
    assert "de" in library.with_clinic(workshop.clinic).locales()


def test_where_a_clinic_has_no_catalogs_none_is_called_up_to_date(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["translate", "update", "--library", str(workshop.folder), "--locale", "tr"]
    cli.main([*words, "--clinic", str(workshop.clinic)], standalone_mode=False)
    told = capsys.readouterr().out
    assert told == f"{workshop.clinic} has no texts of its own to translate into tr.\n"
    cli.main(words, standalone_mode=False)
    assert capsys.readouterr().out == "All catalogs are up to date.\n"


@pytest.mark.parametrize("locale", ["zz", "tr-TR", "TR", "", "../tr"])
def test_a_language_that_nobody_knows_is_told(workshop: Workshop, locale: str) -> None:
    library: Library = workshop.library
    for task in (catalog_status, update_catalogs):
        with pytest.raises(ProblemsError) as caught:
            task(library, (locale,))
        assert [problem.code for problem in caught.value.problems] == ["locale-unknown"]
