"""How hard a text is to read: by section, with its hardest sentences."""
