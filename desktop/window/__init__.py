"""What stands round the pages: rail, menus, bars, status, welcome, search."""
