"""From a file as understood to what the register keeps of it: readings of one quarter, queries, the contract meant."""
