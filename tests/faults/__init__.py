"""What a register keeps when its program is killed: `python -m tests.faults --loops 200`."""
