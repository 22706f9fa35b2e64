"""The checks on a record of decision, C01 to C25: each a function from the record to the gaps it finds."""
