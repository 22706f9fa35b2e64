"""Whole jobs, from an empty folder to the result an officer needs."""
