"""The kinds of faults, and the words with which each language can be spoilt."""
