"""Documents as HTML, by templates that see fields and nothing else."""
