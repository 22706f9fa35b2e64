"""The one table: a row model that sorts and searches itself, and a view that paints its own cells."""
