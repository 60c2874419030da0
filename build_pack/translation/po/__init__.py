"""The file format of catalogs, as strict as gettext’s own tools."""
