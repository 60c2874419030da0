"""Update brings a catalog in step with its segments by id, and loses nothing on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.translation.po.catalog_file import (
    PoEntry,
    PoFile,
    PoText,
    first,
    format_po,
    read_po,
)
from build_pack.translation.segments import Segment
from build_pack.translation.update import duplicate_problems, source_words, updated_catalog
from tests.content.samples import refusal, told
from tests.translation.catalogs import ROOT, catalog_of, entry, segment, written


def update(file: PoFile, *segments: Segment) -> PoFile:
    return updated_catalog(file, segments, ROOT)


def bare(one: PoEntry) -> tuple[str, PoText, PoText, bool, PoText | None]:
    return (one.id, one.source, one.target, one.fuzzy, one.previous)


def only(file: PoFile) -> tuple[str, PoText, PoText, bool, PoText | None]:
    """The one live entry of a catalog without obsolete ones."""
    assert file.obsolete == ()
    [one] = file.entries
    return bare(one)


def test_a_new_segment_gets_an_empty_entry() -> None:
    assert only(update(catalog_of(), segment("a", "Fever"))) == ("a", "Fever", "", False, None)


def test_a_new_segment_with_a_plural_gets_as_many_forms_as_the_language_has() -> None:
    file = update(catalog_of(locale="pl"), segment("a", "day", "days"))
    assert only(file) == ("a", ("day", "days"), ("", "", ""), False, None)


def test_an_entry_says_what_it_is_and_where_it_comes_from() -> None:
    one = replace(segment("a", "Fever"), note="list item")
    [found] = update(catalog_of(entry("a", "Fever", "Ateş")), one).entries
    assert (found.note, found.locations) == ("list item", ("leaflets/nerve/leaflet.yaml",))


def test_a_file_outside_the_library_is_named_without_its_folders() -> None:
    [found] = updated_catalog(catalog_of(), [segment("a", "Fever")], Path("/elsewhere")).entries
    assert found.locations == ("leaflet.yaml",)


def test_the_translation_of_an_unchanged_segment_stays() -> None:
    file = catalog_of(entry("a", "Fever", "Ateş"))
    assert only(update(file, segment("a", "Fever"))) == ("a", "Fever", "Ateş", False, None)


def test_what_translators_wrote_stays() -> None:
    one = replace(entry("a", "Fever", "Ateş"), comments=("sorduk",), flags=frozenset({"no-wrap"}))
    [found] = update(catalog_of(one), segment("a", "Hot")).entries
    assert (found.comments, found.flags) == (("sorduk",), frozenset({"no-wrap"}))


def test_entries_stand_in_the_order_of_the_segments() -> None:
    file = catalog_of(entry("a", "A", "1"), entry("b", "B", "2"))
    found = update(file, segment("b", "B"), segment("c", "C"), segment("a", "A"))
    assert [one.id for one in found.entries] == ["b", "c", "a"]


def test_a_changed_source_keeps_its_translation_as_stale_with_the_old_source() -> None:
    file = catalog_of(entry("a", "Stop it", "Bırakın"))
    assert only(update(file, segment("a", "Do not stop it"))) == (
        *("a", "Do not stop it", "Bırakın", True),
        "Stop it",
    )


def test_a_source_that_changes_again_keeps_the_oldest_source() -> None:
    file = update(catalog_of(entry("a", "One", "Bir")), segment("a", "Two"))
    assert only(update(file, segment("a", "Three"))) == ("a", "Three", "Bir", True, "One")


def test_a_source_that_changes_back_has_no_other_source_but_stays_marked() -> None:
    file = update(catalog_of(entry("a", "One", "Bir")), segment("a", "Two"))
    assert only(update(file, segment("a", "One"))) == ("a", "One", "Bir", True, None)


def test_a_confirmed_translation_forgets_the_old_source() -> None:
    file = catalog_of(entry("a", "Two", "İki", previous="One"))
    assert only(update(file, segment("a", "Two"))) == ("a", "Two", "İki", False, None)


def test_a_confirmed_translation_that_goes_stale_again_was_made_from_the_last_source() -> None:
    file = catalog_of(entry("a", "Two", "İki", previous="One"))
    assert only(update(file, segment("a", "Three"))) == ("a", "Three", "İki", True, "Two")


def test_a_marked_translation_whose_source_stands_stays_as_it_is() -> None:
    file = catalog_of(entry("a", "Two", "Bir", fuzzy=True, previous="One"))
    assert only(update(file, segment("a", "Two"))) == ("a", "Two", "Bir", True, "One")


def test_an_empty_entry_takes_the_new_source_without_a_mark() -> None:
    file = catalog_of(entry("a", "One", "", fuzzy=True, previous="Zero"))
    assert only(update(file, segment("a", "Two"))) == ("a", "Two", "", False, None)


def test_a_translation_that_is_only_begun_is_kept_as_stale_too() -> None:
    file = catalog_of(entry("a", ("day", "days"), ("gün", "")))
    assert only(update(file, segment("a", "night", "nights"))) == (
        *("a", ("night", "nights"), ("gün", ""), True),
        ("day", "days"),
    )


def test_a_plural_that_alone_has_changed_makes_stale() -> None:
    file = catalog_of(entry("a", ("day", "day"), ("gün", "gün")))
    assert only(update(file, segment("a", "day", "days"))) == (
        *("a", ("day", "days"), ("gün", "gün"), True),
        ("day", "day"),
    )


def test_a_text_that_gets_a_plural_has_its_translation_in_each_form() -> None:
    file = catalog_of(entry("a", "days", "gün"))
    assert only(update(file, segment("a", "day", "days"))) == (
        *("a", ("day", "days"), ("gün", "gün"), True),
        "days",
    )


def test_a_text_that_loses_its_plural_keeps_the_first_form() -> None:
    file = catalog_of(entry("a", ("day", "days"), ("gün", "günler")))
    assert only(update(file, segment("a", "days"))) == (
        *("a", "days", "gün", True),
        ("day", "days"),
    )


def test_a_segment_that_is_gone_leaves_an_obsolete_entry() -> None:
    file = update(catalog_of(entry("a", "A", "1"), entry("b", "B", "2")), segment("b", "B"))
    assert [one.id for one in file.entries] == ["b"]
    assert [bare(one) for one in file.obsolete] == [("a", "A", "1", False, None)]


def test_an_empty_entry_without_a_segment_leaves_nothing() -> None:
    assert update(catalog_of(entry("a", "A", ""))).obsolete == ()


def test_a_segment_that_returns_has_its_translation_again() -> None:
    gone = update(catalog_of(entry("a", "A", "1")))
    assert only(update(gone, segment("a", "A"))) == ("a", "A", "1", False, None)


def test_a_segment_that_returns_with_another_source_is_stale() -> None:
    gone = update(catalog_of(entry("a", "A", "1")))
    assert only(update(gone, segment("a", "B"))) == ("a", "B", "1", True, "A")


def test_a_stale_translation_that_went_returns_as_stale(tmp_path: Path) -> None:
    stale = update(catalog_of(entry("a", "One", "Bir")), segment("a", "Two"))
    gone = read_po(written(tmp_path, format_po(update(stale))))
    assert only(update(gone, segment("a", "Two"))) == ("a", "Two", "Bir", True, "One")


def test_an_obsolete_translation_fills_an_empty_entry_of_its_id() -> None:
    file = catalog_of(entry("a", "A", ""), obsolete=(entry("a", "A", "1"),))
    assert only(update(file, segment("a", "A"))) == ("a", "A", "1", False, None)


def test_an_obsolete_translation_never_goes_before_a_live_one() -> None:
    file = catalog_of(entry("a", "A", "live"), obsolete=(entry("a", "A", "dead"),))
    assert only(update(file, segment("a", "A"))) == ("a", "A", "live", False, None)


def test_the_words_of_one_segment_never_go_to_another_however_alike_they_are() -> None:
    file = catalog_of(entry("a", "Stop warfarin", "Varfarini bırakın"))
    found = update(file, segment("b", "Stop warfarin"), segment("c", "Do not stop warfarin"))
    assert [one.target for one in found.entries] == ["", ""]


def test_an_id_that_stands_twice_is_refused_with_each_further_entry() -> None:
    file = catalog_of(entry("a", "A", "1"), entry("b", "B", "2"), entry("a", "A", "3"))
    assert [told(problem) for problem in refusal(update, file, segment("a", "A"))] == [
        (
            "12:0 translation-duplicate There is a second entry for “a”. Keep the correct entry "
            "and delete the other."
        )
    ]


def test_each_further_entry_is_told() -> None:
    file = catalog_of(*[entry("a", "A", "1")] * 3)
    assert len(list(duplicate_problems(file))) == 2


@pytest.mark.parametrize(
    ("one", "words"),
    [(segment("a", "x"), "x"), (segment("a", "x", "xs"), ("x", "xs"))],
)
def test_the_source_of_a_segment_has_its_plural(one: Segment, words: PoText) -> None:
    assert source_words(one) == words


# Any catalog

IDS = st.sampled_from("abcdef")
SOURCES = st.sampled_from(["Stop", "Do not stop", "Start", "2.5 mg", "25 mg"])
SEGMENTS = st.lists(
    st.builds(segment, IDS, SOURCES, st.none() | SOURCES), max_size=6, unique_by=lambda one: one.id
)
WORDS = st.sampled_from(["", " ", "Bırakın", "Bırakmayın", "Başlayın", "%(days)s gün"])


@st.composite
def entries(draw: st.DrawFn, name: str) -> PoEntry:
    source: PoText = draw(SOURCES) if draw(st.booleans()) else (draw(SOURCES), draw(SOURCES))
    target: PoText = draw(WORDS) if isinstance(source, str) else (draw(WORDS), draw(WORDS))
    previous = draw(st.none() | SOURCES)
    return entry(name, source, target, fuzzy=draw(st.booleans()), previous=previous)


@st.composite
def catalogs(draw: st.DrawFn) -> PoFile:
    names = draw(st.permutations("abcdef"))
    live = draw(st.integers(0, 6))
    dead = draw(st.integers(live, 6))
    return catalog_of(
        *[draw(entries(name)) for name in names[:live]],
        obsolete=tuple(draw(entries(name)) for name in names[live:dead]),
    )


def everything(file: PoFile) -> dict[str, PoEntry]:
    return {one.id: one for one in (*file.obsolete, *file.entries)}


@given(catalogs(), SEGMENTS)
def test_a_second_update_changes_nothing(file: PoFile, segments: list[Segment]) -> None:
    once = update(file, *segments)
    assert update(once, *segments) == once


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("update")


@given(catalogs(), SEGMENTS)
def test_an_update_of_the_file_that_was_written_changes_nothing(
    folder: Path, file: PoFile, segments: list[Segment]
) -> None:
    text = format_po(update(file, *segments))
    assert format_po(update(read_po(written(folder, text)), *segments)) == text


@given(catalogs(), SEGMENTS)
def test_there_is_one_entry_for_each_segment_in_their_order(
    file: PoFile, segments: list[Segment]
) -> None:
    found = [(one.id, one.source) for one in update(file, *segments).entries]
    assert found == [(one.id, source_words(one)) for one in segments]


@given(catalogs(), SEGMENTS)
def test_no_words_are_lost_and_none_move_to_another_id(
    file: PoFile, segments: list[Segment]
) -> None:
    before, after = everything(file), everything(update(file, *segments))
    for name, one in before.items():
        if one.begun:
            assert first(after[name].target) == first(one.target)
    for name, one in after.items():
        assert not one.begun or before[name].begun


@given(catalogs(), SEGMENTS)
def test_the_words_of_an_unchanged_segment_stay_as_they_are(
    file: PoFile, segments: list[Segment]
) -> None:
    before = everything(file)
    for one in update(file, *segments).entries:
        old = before.get(one.id)
        if old and old.source == one.source:
            assert (one.target, one.fuzzy) == (old.target, old.fuzzy)


@given(catalogs(), SEGMENTS)
def test_words_whose_source_has_changed_are_always_marked(
    file: PoFile, segments: list[Segment]
) -> None:
    before = everything(file)
    for one in update(file, *segments).entries:
        old = before.get(one.id)
        if one.begun and old and old.source != one.source:
            assert one.fuzzy
