"""The fonts of a pack, made once from variable ones."""
