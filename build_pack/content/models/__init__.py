"""Models of what people write: strict, frozen, and with a place for every value."""
