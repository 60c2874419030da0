"""Checks of a finished PDF: can it be read, and does only what belongs there stand in it."""
