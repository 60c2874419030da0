"""The questions that would change the plan of a visit."""
