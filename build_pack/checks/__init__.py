"""Checks: what a program can see of a text, a leaflet or a printed page, one small file a check."""
