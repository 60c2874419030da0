"""A folder for PYTHONPATH: a Python that starts with it sees one time and one processor."""
