"""The verbs: what each refuses, and what undo, redo and the journal make of any sequence of them."""
