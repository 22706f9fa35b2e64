"""Publishing a decision: what the public sees, what stops that, its fields. No Qt: the command line uses it."""
