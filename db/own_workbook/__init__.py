"""Our own workbook of a register, edited elsewhere and read back: what in it is a change."""
