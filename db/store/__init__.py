"""SQL and nothing else: one module a thing."""
