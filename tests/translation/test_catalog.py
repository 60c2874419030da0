"""What is missing, stale, marked or faulty is told by file and line, and is never ready."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.problems import Severity
from build_pack.translation.catalog import Catalog, TranslationState, catalog
from build_pack.translation.po.catalog_file import PoEntry, PoFile, PoText
from build_pack.translation.segments import Segment
from build_pack.translation.update import updated_catalog
from tests.content.samples import told
from tests.translation.catalogs import ROOT, SOURCE, catalog_of, entry, segment

FEVER = segment("nerve.fever", "Fever")
UPDATE = "Run `build-pack translate update`"


def of(file: PoFile, *segments: Segment, locale: str = "tr") -> Catalog:
    return catalog(locale, segments or [FEVER], [file])


def turkish(target: str, source: str = "Fever", **more: bool | str | None) -> PoFile:
    return catalog_of(entry("nerve.fever", source, target, **more))  # type: ignore[arg-type]


def outcome(found: Catalog) -> tuple[TranslationState, PoText, list[str]]:
    [one] = found.translations.values()
    return one.state, one.words, [told(problem) for problem in found.problems]


def test_a_translation_is_ready() -> None:
    found = of(turkish("Ateş"))
    assert outcome(found) == (TranslationState.TRANSLATED, "Ateş", [])
    assert found["nerve.fever"].ready


@pytest.mark.parametrize(
    ("file", "state", "problem"),
    [
        (
            turkish(""),
            TranslationState.MISSING,
            (
                "12:0 translation-missing “nerve.fever” is not translated into “tr”. "
                f"Translate “Fever” ({SOURCE})."
            ),
        ),
        (
            catalog_of(),
            TranslationState.MISSING,
            (
                "0:0 translation-missing “nerve.fever” is not translated into “tr”. "
                f"{UPDATE}, then translate “Fever”."
            ),
        ),
        (
            turkish("Ateş", fuzzy=True),
            TranslationState.FUZZY,
            (
                "12:0 translation-fuzzy The translation of “nerve.fever” is marked as needing "
                "work. Compare it with the source, then clear the mark (in Poedit: “Needs "
                "work”)."
            ),
        ),
        (
            turkish("Ateş", source="Heat"),
            TranslationState.STALE,
            (
                "12:0 translation-stale The source of “nerve.fever” has changed since it was "
                f"translated. The old source is “Heat”, the new one “Fever” ({SOURCE}). "
                f"{UPDATE}, correct the translation, then clear the mark."
            ),
        ),
        (
            turkish("Ateş", fuzzy=True, previous="Heat"),
            TranslationState.STALE,
            (
                "12:0 translation-stale The source of “nerve.fever” has changed since it was "
                f"translated. The old source is “Heat”, the new one “Fever” ({SOURCE}). "
                "Correct the translation, then clear the mark (in Poedit: “Needs work”)."
            ),
        ),
        (
            turkish("**Ateş**"),
            TranslationState.FAULTY,
            (
                "12:0 markup-mismatch The translation of “nerve.fever” has different strong "
                "text than its source. The source has 0 part(s) in **…**; the translation has 1."
            ),
        ),
    ],
)
def test_what_may_not_be_printed_is_told_and_gives_the_source(
    file: PoFile, state: TranslationState, problem: str
) -> None:
    found = of(file)
    assert outcome(found) == (state, "Fever", [problem])
    assert not found["nerve.fever"].ready


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Do not stop", "Do not stop"),
        ("Do **not** stop it [@who-2020]", " Do **not** stop\n it [@who-2020]"),
        (("%(n)s more day left", "%(n)s more days left"), ("%(n)s gün", "%(n)s more days left")),
    ],
)
def test_an_english_sentence_is_not_a_translation(source: PoText, target: PoText) -> None:
    text = (source,) if isinstance(source, str) else source
    found = of(catalog_of(entry("nerve.stop", source, target)), segment("nerve.stop", *text))
    shown = " / ".join([target] if isinstance(target, str) else target)
    problem = (
        "12:0 translation-missing The translation of “nerve.stop” is still the English text. "
        f"Translate “{' '.join(shown.split())}”, or clear the translation."
    )
    assert outcome(found) == (TranslationState.MISSING, source, [problem])


@pytest.mark.parametrize(
    "text",
    ["Aspirin", "Acetylsalicylic acid", "%(title)s: %(procedure)s {clinic_name}", "1–2 mg 3"],
)
def test_names_and_values_may_be_the_same_in_both_languages(text: str) -> None:
    assert outcome(of(turkish(text, source=text), segment("nerve.fever", text))) == (
        TranslationState.TRANSLATED,
        text,
        [],
    )


def test_an_english_rewording_may_be_the_source_itself() -> None:
    text = "Do not stop it"
    found = of(turkish(text, source=text), segment("nerve.fever", text), locale="en_GB")
    assert outcome(found) == (TranslationState.TRANSLATED, text, [])


def test_a_mark_that_was_cleared_makes_ready_even_if_the_old_source_still_stands() -> None:
    assert outcome(of(turkish("Ateş", previous="Heat"))) == (
        TranslationState.TRANSLATED,
        "Ateş",
        [],
    )


def test_a_problem_names_the_catalog_and_not_the_source() -> None:
    [problem] = of(turkish("")).problems
    assert (problem.place.path, problem.severity) == (Path("tr.po"), Severity.ERROR)


def test_a_long_source_is_shown_on_one_line_and_cut() -> None:
    [problem] = of(catalog_of(), segment("a", "word\n" * 40)).problems
    assert problem.hint == f"{UPDATE}, then translate “{'word ' * 15}word…”."


def test_a_source_of_80_signs_is_shown_whole() -> None:
    [problem] = of(catalog_of(), segment("a", "x" * 80)).problems
    assert f"“{'x' * 80}”" in problem.hint


def test_a_plural_that_is_translated_by_half_is_missing() -> None:
    days = segment("days", "day", "days")
    found = of(catalog_of(entry("days", ("day", "days"), ("gün", ""))), days)
    state, words, [problem] = outcome(found)
    assert (state, words) == (TranslationState.MISSING, ("day", "days"))
    assert problem.endswith(f"Translate “day / days” ({SOURCE}).")


def test_a_plural_that_alone_has_changed_is_shown() -> None:
    days = segment("days", "day", "days")
    found = of(catalog_of(entry("days", ("day", "day"), ("gün", "gün"))), days)
    [problem] = found.problems
    assert problem.hint.startswith("The old source is “day / day”, the new one “day / days”")


def test_a_text_that_has_become_a_plural_is_stale() -> None:
    state, words, _ = outcome(of(catalog_of(entry("a", "day", "gün")), segment("a", "day", "days")))
    assert (state, words) == (TranslationState.STALE, ("day", "days"))


def test_an_id_that_stands_twice_is_told() -> None:
    file = turkish("Ateş")
    found = of(replace(file, entries=file.entries * 2))
    assert [problem.code for problem in found.problems] == ["translation-duplicate"]


def test_an_entry_without_a_segment_is_a_warning() -> None:
    [problem] = catalog("tr", [], [turkish("Ateş")]).problems
    assert problem.severity is Severity.WARNING
    assert told(problem) == (
        "12:0 translation-unknown No segment has the id “nerve.fever”. Correct the id, or "
        f"run {UPDATE[4:]}, which marks it as obsolete."
    )


def test_obsolete_entries_are_neither_used_nor_told() -> None:
    file = catalog_of(obsolete=turkish("Ateş").entries)
    state, _, problems = outcome(of(file))
    assert (state, len(problems)) == (TranslationState.MISSING, 1)


def test_a_catalog_knows_the_plural_expression_of_its_file() -> None:
    assert of(catalog_of(locale="pl")).plural_expr.startswith("(n==1 ? 0 :")


def test_an_id_that_no_segment_bears_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        of(turkish("Ateş"))["nerve.other"]


# English


@pytest.mark.parametrize("locale", ["en", "en_GB"])
@pytest.mark.parametrize("file", [turkish(""), catalog_of()])
def test_an_empty_english_entry_means_the_source_text(file: PoFile, locale: str) -> None:
    found = of(file, locale=locale)
    assert outcome(found) == (TranslationState.TRANSLATED, "Fever", [])


def test_a_filled_english_entry_is_a_rewording() -> None:
    found = of(turkish("High temperature"), locale="en_GB")
    assert outcome(found) == (TranslationState.TRANSLATED, "High temperature", [])


def test_a_rewording_of_a_source_that_has_changed_is_stale() -> None:
    state, words, _ = outcome(of(turkish("High temperature", source="Heat"), locale="en"))
    assert (state, words) == (TranslationState.STALE, "Fever")


def test_another_language_that_begins_like_english_is_not_english() -> None:
    state, _, _ = outcome(of(turkish(""), locale="enm"))
    assert state is TranslationState.MISSING


# A clinic's own words


def overlaid(own: PoFile, full: PoFile, *segments: Segment) -> Catalog:
    return catalog("tr", segments or [FEVER], [own, full])


def test_a_clinics_words_go_before_the_librarys() -> None:
    found = overlaid(turkish("Ateşiniz varsa"), turkish("Ateş"))
    assert outcome(found) == (TranslationState.TRANSLATED, "Ateşiniz varsa", [])


def test_an_empty_entry_of_a_clinic_leaves_the_librarys_words() -> None:
    assert outcome(overlaid(turkish(""), turkish("Ateş"))) == (
        TranslationState.TRANSLATED,
        "Ateş",
        [],
    )


def test_a_clinics_words_fill_what_the_library_lacks() -> None:
    assert outcome(overlaid(turkish("Ateş"), turkish(""))) == (
        TranslationState.TRANSLATED,
        "Ateş",
        [],
    )


def test_a_clinics_stale_words_are_told_and_the_librarys_do_not_stand_in() -> None:
    own = replace(turkish("Isı", source="Heat"), path=Path("clinic.po"))
    state, words, problems = outcome(overlaid(own, turkish("Ateş")))
    assert (state, words, len(problems)) == (TranslationState.STALE, "Fever", 1)


def test_duplicates_and_unknown_entries_of_each_file_are_told() -> None:
    own = catalog_of(entry("x", "X", "1"))
    full = catalog_of(entry("y", "Y", "2"), *turkish("Ateş").entries * 2)
    codes = [problem.code for problem in overlaid(own, full).problems]
    assert codes == ["translation-unknown", "translation-duplicate", "translation-unknown"]


def test_the_plural_expression_is_that_of_the_full_catalog() -> None:
    own = catalog_of(entry("nerve.fever", "Fever", "Gorączka"), locale="ja")
    assert overlaid(own, catalog_of(locale="pl")).plural_expr.startswith("(n==1 ? 0 :")


def test_a_clinics_plural_forms_are_those_of_the_full_catalog() -> None:
    days = segment("days", "day", "days")
    own = catalog_of(entry("days", ("day", "days"), ("dzień", "dni")), locale="tr")
    full = catalog_of(entry("days", ("day", "days"), ("dzień", "dni", "dni")), locale="pl")
    [problem] = overlaid(replace(own, path=Path("own.po")), full, days).problems
    number, rule = full.plurals
    assert problem.place.path == Path("own.po")
    assert told(problem) == (
        "8:0 catalog-invalid Not a valid catalog: its plural forms differ from those of "
        f'pl.po. Write "Plural-Forms: nplurals={number}; plural={rule};\\n".'
    )


def test_plural_forms_may_be_written_otherwise() -> None:
    days = segment("days", "day", "days")
    full = catalog_of(entry("days", ("day", "days"), ("gün", "gün")))
    own = replace(full, plurals=(2, "n==1 ? 0 : 1"))
    assert overlaid(own, full, days).problems == ()


def test_the_full_catalog_may_hold_what_is_only_used_elsewhere() -> None:
    """A clinic's template may do without a text of the library's."""
    file = catalog_of(entry("leaflet.title", "Leaflet", "Broşür"))
    assert catalog("tr", [], [catalog_of(), file], {"leaflet.title"}).problems == ()
    [problem] = catalog("tr", [], [file, catalog_of()], {"leaflet.title"}).problems
    assert problem.code == "translation-unknown"


# Any catalog

SEGMENTS = [segment("a", "Stop"), segment("b", "Do **not** stop"), segment("c", "{clinic_name}")]
TARGETS = st.sampled_from(["", "Bırakın", "**Bırakmayın**", "{clinic_name}", "[x"])


@st.composite
def entries(draw: st.DrawFn) -> PoEntry:
    source = draw(st.sampled_from([one.source for one in SEGMENTS]))
    previous = draw(st.none() | st.just("Start"))
    name = draw(st.sampled_from("abcd"))
    return entry(name, source, draw(TARGETS), fuzzy=draw(st.booleans()), previous=previous)


FILES = st.lists(entries(), unique_by=lambda one: one.id).map(lambda found: catalog_of(*found))


@given(FILES)
def test_whatever_is_not_ready_is_told_once_as_an_error(file: PoFile) -> None:
    found = catalog("tr", SEGMENTS, [file])
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert len(errors) == sum(not one.ready for one in found.translations.values())


@given(FILES)
def test_only_ready_words_are_other_than_the_source(file: PoFile) -> None:
    for one in catalog("tr", SEGMENTS, [file]).translations.values():
        assert one.ready or one.words == one.segment.source


@given(FILES)
def test_an_update_makes_nothing_ready_that_was_not(file: PoFile) -> None:
    before = catalog("tr", SEGMENTS, [file]).translations
    after = catalog("tr", SEGMENTS, [updated_catalog(file, SEGMENTS, ROOT)]).translations
    assert [one.ready for one in after.values()] == [one.ready for one in before.values()]
