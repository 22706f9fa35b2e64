"""The register as sheets of facts: what a workbook of it says, and what of that an officer may simply edit there."""
