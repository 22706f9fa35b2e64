"""Registers that officers kept elsewhere, brought in."""
