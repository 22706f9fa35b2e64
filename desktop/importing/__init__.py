"""Taking in a provider's return: the file read apart, the sheet as it is, what was understood, and accepting it."""
