"""Telegram: commands, messages, inline mode."""
