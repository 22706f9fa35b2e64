"""Registers that come in: an old one from a spreadsheet, and our own workbook after it was edited."""
