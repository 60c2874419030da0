"""What people write: leaflets, formularies, clinics and references, read with their positions."""
