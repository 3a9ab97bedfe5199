"""What the bot can do, once, for all platforms."""
