"""What the register knows: its rules, its store, its way in and its verbs."""
