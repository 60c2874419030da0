"""What a check finds and what it lets pass, as the docs show it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """One text in a bad and a good form, and what is said of the bad one."""

    check: str
    locale: str
    source: str
    bad: str
    good: str
    message: str
    name: str = "leaflet.text"
    """The id of the text."""
