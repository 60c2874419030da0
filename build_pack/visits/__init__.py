"""A visit as it is typed, read against a clinic’s rules."""
