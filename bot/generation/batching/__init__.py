"""Many requests in one batch: rows that join and leave between tokens, their cache, adapters and graphs."""
