"""A contract's pack for handover: one document of what is recorded, and every file that belongs to it."""
