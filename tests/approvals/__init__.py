"""Who has signed what."""
