"""A tagged, archival PDF on reportlab."""
