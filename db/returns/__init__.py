"""A provider's workbook coming in."""
