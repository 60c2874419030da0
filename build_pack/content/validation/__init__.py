"""Faults that one model alone cannot see: between the parts of a file, and between files."""
