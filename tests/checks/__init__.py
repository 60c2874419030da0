"""Checks see what they are made for, and nothing else."""
