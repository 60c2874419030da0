"""Files on disk: read within bounds, written all or none, locked, recovered, and read from git."""
