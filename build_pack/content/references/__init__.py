"""References as Zotero exports them, held to the fields of CSL-JSON."""
