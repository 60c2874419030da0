"""The finished page compared with what the document says."""
