"""A day’s list: read, held against a clinic, and made into packs; what is made is kept."""
