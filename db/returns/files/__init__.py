"""Any file a provider sends, turned into plain cells."""
