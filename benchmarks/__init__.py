"""Measurements of the program, made anew by a command each."""
