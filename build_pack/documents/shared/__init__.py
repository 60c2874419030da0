"""What every kind of document is composed with."""
