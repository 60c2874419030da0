"""Contact sheets of every document in every language, format and brand, to be looked at."""
