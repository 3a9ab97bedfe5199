"""The database file, its migrations and leases, and folders that are written whole or not at all."""
