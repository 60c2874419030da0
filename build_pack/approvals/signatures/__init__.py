"""Signatures with SSH keys, and whose keys count."""
