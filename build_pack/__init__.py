"""Printable, multilingual patient packs."""
