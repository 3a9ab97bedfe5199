"""Networks that are asked over HTTP: X, Bluesky, Mastodon."""
