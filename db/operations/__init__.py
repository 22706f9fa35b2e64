"""The verbs: one a module, one transaction and one journal entry each."""
