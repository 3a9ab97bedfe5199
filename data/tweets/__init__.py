"""Posts as they were downloaded, and what is made of them for training."""
