"""What may be released, how far each document is from it, and earlier states."""
