"""What checks know of each language, as data: one more language is one more file."""
