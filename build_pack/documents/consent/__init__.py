"""The consent summary."""
