"""Electronic signatures in PDFs (PAdES): whose they are, how they are put in, and what they show afterwards."""
