"""How close a version comes, and whether it goes live."""
