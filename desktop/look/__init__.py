"""How everything looks: colours, type, icons, and the two schemes, light and dark."""
