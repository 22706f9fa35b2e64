"""The face, looked at from outside."""
