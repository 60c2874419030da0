"""The diary."""
