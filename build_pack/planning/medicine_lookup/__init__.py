"""Medicines as they are typed: entries read, and names matched."""
