"""Documents laid out and printed, by several processes at once, into files."""
