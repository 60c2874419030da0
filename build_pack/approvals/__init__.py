"""Approvals: who has signed which exact text, until when, and what still lacks a signature."""
