"""What the page of a clinic's template may be made of."""

from pathlib import Path

import pytest
import tinyhtml5

from build_pack.problems import Place
from build_pack.rendering.html.markup_rules import markup_problems

PAGE = (
    "<html><head><style>:root { --brand: #123 }</style></head><body>"
    '<p class="a">Last dose: <strong>3</strong> days before, 112.</p><p>One</p><span class="box">'
    "</span></body></html>"
)


def messages(page: str) -> list[str]:
    mine, own = (tinyhtml5.parse(one, namespace_html_elements=False) for one in (page, PAGE))
    return [one.message for one in markup_problems(mine, own, Place(Path("a.jinja")))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p class="a">', '<div class="b"><p>'),
        ("<strong>3</strong>", "<em>3</em>"),
        ("<p>One</p>", "<ul><li>One</li></ul>"),
        ("Last dose: ", "Last\n   dose: "),
        ("<p>One</p>", "<p> One </p><!-- a comment -->"),
        ("<p>One</p>", "<p data-segment='a' class='b'>One</p>"),
        ("<p>One</p>", "<p><span>One</span></p>"),
        ("days before, 112.", "<i>days</i> before, 112."),
    ],
)
def test_another_layout_of_the_same_words_is_no_fault(before: str, after: str) -> None:
    assert before in PAGE
    assert messages(PAGE.replace(before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("112", "1 12", "spaces or invisible characters"),
        ("112", "\u2067112\u2069", "spaces or invisible characters"),
        ("112", "1\u200b12", "spaces or invisible characters"),
        ("3</strong> days", "3</strong>days", "spaces or invisible characters"),
        ("112", "1<div>12</div>", "spaces or invisible characters"),
        ("112", "1<span class='b'>12</span>", "splits a word after"),
        ("<p>One", "<i>\u2066</i><p>One", "1 more empty <i>"),
        ("112", "<title style='display: block'>112</title>", "an element <title>"),
        ("<p>One", "<p aria-label='Do not'>One", "an attribute “aria-label” of its own"),
        ("<p>One", "<p lang='fa'>One", "an attribute “lang” of its own"),
        ("<p>One", "<i></i><i></i><p>One", "2 more empty <i>"),
        ("<p>One", "<span class='box'></span><p>One", "1 more empty <span class=“box”>"),
        ("<p>One", "<p style='margin: 0'>One", "an attribute “style”"),
        ("<p>One", "<p hidden>One", "an attribute “hidden”"),
        ("<p>One", "<del>One</del>", "an element <del>"),
        ("<p>One", "<svg viewBox='0 0 9 9'></svg><p>One", "svg>, which is not allowed there"),
        ("</head>", "<style>p { color: red }</style></head>", "a <style> of its own"),
        ("<p>One", "<input value='a'><p>One", "an element <input>"),
    ],
)
def test_what_could_say_something_else_is_told(before: str, after: str, said: str) -> None:
    assert before in PAGE
    assert any(said in message for message in messages(PAGE.replace(before, after)))
