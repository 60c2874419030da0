"""Composed documents: frozen views in which every word is final, ready to be laid out."""
