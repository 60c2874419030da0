"""Pictures that are printed right: SVG files, pixels, and a clinic’s logo."""
