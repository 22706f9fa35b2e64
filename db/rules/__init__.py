"""Law and practice as pure functions of plain values. Standard library only; the day is always an argument."""
