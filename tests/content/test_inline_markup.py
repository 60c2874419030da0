"""The marks of a text are read exactly; what is no mark is refused with a sentence."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.inline_markup import (
    PLACEHOLDERS,
    Citation,
    MarkedWords,
    MarkupError,
    Placeholder,
    Run,
    has_lone_percent,
    marks,
    parse,
)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", ()),
        ("Plain words.", (MarkedWords("Plain words."),)),
        ("**Stop**", (MarkedWords("Stop", strong=True),)),
        (
            "Do **not stop** it",
            (MarkedWords("Do "), MarkedWords("not stop", strong=True), MarkedWords(" it")),
        ),
        (
            "Call {emergency_number}.",
            (MarkedWords("Call "), Placeholder("emergency_number"), MarkedWords(".")),
        ),
        (
            "**Call {emergency_number}**",
            (MarkedWords("Call ", strong=True), Placeholder("emergency_number", strong=True)),
        ),
        (
            "It helps [@who-2020].",
            (MarkedWords("It helps "), Citation(("who-2020",)), MarkedWords(".")),
        ),
        ("[@a; @B_2:c.d]", (Citation(("a", "B_2:c.d")),)),
        ("5 > 3 & <b>", (MarkedWords("5 > 3 & <b>"),)),
        ("a (b) @c; 50% _x_ `y`", (MarkedWords("a (b) @c; 50% _x_ `y`"),)),
        (
            "**a** and **b**",
            (MarkedWords("a", strong=True), MarkedWords(" and "), MarkedWords("b", strong=True)),
        ),
    ],
)
def test_a_text_is_split_into_its_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert parse(text) == runs


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("**Stop", "Strong text begins with ** but is not closed"),
        ("**a** **b", "Strong text begins with ** but is not closed"),
        ("****", "There is nothing between ** and **"),
        ("a ** ** b", "There is nothing between ** and **"),
        ("a * b", "The character * is not part of a known mark"),
        ("***a***", "The character * is not part of a known mark"),
        ("a [b] c", "The character [ is not part of a known mark"),
        ("a ] c", "The character ] is not part of a known mark"),
        ("a { c", "The character { is not part of a known mark"),
        ("a } c", "The character } is not part of a known mark"),
        ("[@]", "The citation [@] does not have the form [@key] or [@key; @key]"),
        ("[@a, @b]", "The citation [@a, @b] does not have the form [@key] or [@key; @key]"),
        ("[@a;@b]", "The citation [@a;@b] does not have the form [@key] or [@key; @key]"),
        ("[@a; b]", "The citation [@a; b] does not have the form [@key] or [@key; @key]"),
        ("[@ş]", "The citation [@ş] does not have the form [@key] or [@key; @key]"),
        ("[ @a]", "The character [ is not part of a known mark"),
        ("{}", "{} is not a placeholder such as {clinic_name}"),
        ("{Clinic Name}", "{Clinic Name} is not a placeholder such as {clinic_name}"),
        ("{0}", "{0} is not a placeholder such as {clinic_name}"),
        ("{a.b}", "{a.b} is not a placeholder such as {clinic_name}"),
        ("{a!r}", "{a!r} is not a placeholder such as {clinic_name}"),
        ("{{clinic_name}}", "The character { is not part of a known mark"),
    ],
)
def test_what_is_no_mark_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse(text)
    assert str(caught.value) == sentence


SAFE = st.text(st.characters(exclude_characters="[]{}*", exclude_categories=["Cs"]))


@given(SAFE)
def test_a_text_without_marks_is_one_run_of_the_same_words(text: str) -> None:
    assert parse(text) == ((MarkedWords(text),) if text else ())


WORDS = st.text("abç ğİ.,%", min_size=1).filter(str.strip)
PARTS = st.one_of(
    WORDS.map(lambda text: (text, text)),
    WORDS.map(lambda text: (f"**{text}**", text)),
    st.sampled_from(sorted(PLACEHOLDERS)).map(lambda name: (f"{{{name}}}", f"<{name}>")),
    st.lists(st.from_regex(r"[A-Za-z0-9_:.-]+", fullmatch=True), min_size=1).map(
        lambda keys: ("[" + "; ".join(f"@{key}" for key in keys) + "]", f"<{'|'.join(keys)}>")
    ),
)


def plain(run: Run) -> str:
    match run:
        case MarkedWords(text):
            return text
        case Placeholder(name):
            return f"<{name}>"
        case Citation(keys):
            return f"<{'|'.join(keys)}>"


@given(st.lists(PARTS))
def test_no_word_and_no_mark_is_lost_or_moved(parts: list[tuple[str, str]]) -> None:
    written = "".join(part for part, _ in parts)
    assert "".join(plain(run) for run in parse(written)) == "".join(said for _, said in parts)


@given(st.text("ab*[]{}@; -", max_size=30))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        runs = parse(text)
    except MarkupError:
        return
    assert "".join(run.text for run in runs if isinstance(run, MarkedWords)).count("*") == 0


def test_marks_are_counted_for_comparison() -> None:
    found = marks("**a** {clinic_name} [@x; @y] {clinic_name} **b** [@x] %(days)s %(days)d")
    assert found.placeholders == Counter({"clinic_name": 2, "%(days)s": 2})
    assert found.citations == {"x", "y"}
    assert found.strong == 2


def test_marks_of_a_broken_text_are_refused() -> None:
    with pytest.raises(MarkupError):
        marks("**a")


@pytest.mark.parametrize("text", ["50%", "%d", "% (a)s", "%(a)", "%(a)x", "%%%", "%(a)s % b"])
def test_a_per_cent_sign_alone_is_found(text: str) -> None:
    assert has_lone_percent(text)


@pytest.mark.parametrize("text", ["", "50%%", "%(days)s", "%(days)d of %%50", "%%(a)s"])
def test_a_doubled_per_cent_sign_or_a_field_is_none_alone(text: str) -> None:
    assert not has_lone_percent(text)
