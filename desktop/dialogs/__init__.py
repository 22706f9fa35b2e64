"""The dialogs, one module each: they take values and give a value back; they never write."""
