"""A clinic's medicine rules as a spreadsheet, there and back."""
