"""The withdrawal record."""
