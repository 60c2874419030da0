"""Blocks of a section in print, a module a kind: what its macro is given, and how that is made."""
