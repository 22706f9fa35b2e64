"""What a council publishes of its contracts: the transparency register and open contracting releases."""
