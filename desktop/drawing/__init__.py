"""What is drawn rather than written: a contract's term, and money by year."""
