"""The process people talk to: Discord, Telegram and the console, over one service and one generation engine."""
