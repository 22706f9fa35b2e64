"""What officers fill in: fields that keep what was typed, and forms that say what is wrong and lead to it."""
