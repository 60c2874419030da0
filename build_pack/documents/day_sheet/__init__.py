"""The sheet of a day’s list, for the nurse."""
