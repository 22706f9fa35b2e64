"""Timings against peers: run with `python -m tests.benchmarks`."""
