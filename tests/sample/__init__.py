"""The sample register, held against the two published decisions it is made from."""
