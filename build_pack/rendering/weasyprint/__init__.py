"""Pages laid out and printed by WeasyPrint; nothing else knows it."""
