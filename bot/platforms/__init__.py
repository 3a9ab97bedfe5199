"""The edges: each platform turns its events into calls of one service and shows the results its own best way."""
