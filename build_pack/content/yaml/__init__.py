"""YAML and JSON read with the place of every value, and what is wrong with them in plain words."""
