"""Discord: slash commands, embeds, buttons."""
