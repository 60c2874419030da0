"""A library and a clinic opened: all their files read and checked."""
