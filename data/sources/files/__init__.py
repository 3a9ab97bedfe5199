"""Forms of files: X archives, CSV, JSONL; ZIPs and folders as hostile containers."""
