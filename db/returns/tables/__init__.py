"""Tables in plain cells: where they stand, what their rows and columns are, how their days and numbers are written."""
