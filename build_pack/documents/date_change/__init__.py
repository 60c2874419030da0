"""The paper that says that the date has changed."""
