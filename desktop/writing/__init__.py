"""Writing a decision's record: what it asks section by section, what is missing, and the page as it will print."""
