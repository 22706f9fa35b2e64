"""A register that officers kept elsewhere, understood: its columns, its rows, and what it would change here."""
