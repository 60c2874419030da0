"""The plan for the team."""
