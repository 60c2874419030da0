"""The medicine sheet."""
