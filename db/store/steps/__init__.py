"""The statements of each step of the schema, one module a step. A step that has been published is never edited."""
