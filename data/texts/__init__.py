"""What people read, a table of sentences a language."""
