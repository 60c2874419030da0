"""The ledger: its lines, how they are chained, and what is wrong with them."""
