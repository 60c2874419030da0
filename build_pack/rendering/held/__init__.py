"""The finished page held against what the document says."""
