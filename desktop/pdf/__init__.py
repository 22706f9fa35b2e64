"""What a PDF on screen is made of: its pages, finding in it, printing it, its signatures."""
