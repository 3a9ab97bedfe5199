"""Discord for the process: served until cancelled, its errors sorted."""

from __future__ import annotations

from collections.abc import Callable

import discord
from aiohttp import ClientError

from bot.platforms.discord.bot import DiscordBot
from bot.platforms.platform import PlatformAway
from bot.service.service import Service
from data.errors import PlatformRefused, TokenRefused

PORTAL = "discord.com/developers → your application → Bot"


async def serve(service: Service, token: str, listening: Callable[[], None]) -> None:
    """See `bot.platforms.platform.Serve`."""
    try:
        async with DiscordBot(service) as client:
            await client.login(token)
            listening()
            await client.connect()
    except discord.LoginFailure:
        raise TokenRefused("Discord") from None
    except discord.PrivilegedIntentsRequired as error:
        fix = f"switch on what the bot asks for at {PORTAL} → Privileged Gateway Intents"
        raise PlatformRefused("Discord", "it does not allow what the bot asks to hear", fix) from error
    except discord.ConnectionClosed as error:
        if error.code == 4004:  # the token was reset while we were connected
            raise TokenRefused("Discord") from error
        if error.code in (4010, 4011, 4012, 4013, 4014):
            raise PlatformRefused(
                "Discord", f"it closed the connection with {error.code}", f"look at {PORTAL}"
            ) from error
        raise PlatformAway(f"the connection was closed with {error.code}") from error
    except discord.HTTPException as error:
        if error.status < 500 and error.status != 429:
            raise PlatformRefused("Discord", f"{error.status} {error.text}", f"look at {PORTAL}") from error
        raise PlatformAway(f"it answers {error.status}") from error
    except (ClientError, discord.GatewayNotFound) as error:
        raise PlatformAway(str(error) or type(error).__name__) from error
