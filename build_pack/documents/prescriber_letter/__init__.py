"""The letter to the prescriber."""
