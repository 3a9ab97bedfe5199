"""The edges: each platform turns its events into calls of `bot.service` and shows the results its own best way."""
