"""Where tweets come from: files and networks."""
