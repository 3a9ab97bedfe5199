"""Requests for work, how they go on, and when the schedule makes them."""
