"""The register's file and its journal: what is found out, what is refused, and what is left as it was."""
