"""Files that are broken at random: whatever stands in one, the program says what is wrong."""
