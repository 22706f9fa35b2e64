"""The register as a grid: cells chosen, copied, pasted and typed in; filters, groups, saved views."""
