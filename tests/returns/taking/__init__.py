"""What the register keeps of a file as understood."""
