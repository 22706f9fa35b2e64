"""The way out: workbooks, records, files."""
