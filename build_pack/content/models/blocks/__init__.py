"""What is under a heading, a module a kind of block."""
