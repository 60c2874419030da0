"""Checks of a finished PDF: can it be read, and does only what belongs there appear in it."""
