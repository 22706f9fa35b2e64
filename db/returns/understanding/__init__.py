"""A provider's own workbook understood: what each column and row means, what is asked, and the readings."""
