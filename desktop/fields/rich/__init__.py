"""The words of a record as they are typed, pasted and kept: paragraphs, lists, tables, bold, what is withheld."""
