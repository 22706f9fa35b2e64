"""The face: window and command line."""
