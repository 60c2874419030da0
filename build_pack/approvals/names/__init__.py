"""Names of people as they are compared: one person is one, however the name is written."""
