"""Settings: built once in `main()` from the environment and `env_file`, then passed down."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data.errors import InvalidChoice, InvalidSettings


def _split_ids(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _readable_by(module: str, parse: str) -> Callable[[str], str]:
    """A check by a function that raises `InvalidChoice`; its module is loaded when something was set."""

    def check(value: str) -> str:
        try:
            getattr(import_module(module), parse)(value)
        except InvalidChoice as error:
            raise ValueError(f"must be {error.allowed}, not {value!r}") from None
        return value

    return check


def _web_address(*schemes: str) -> Callable[[str | None], str | None]:
    def check(value: str | None) -> str | None:
        if value is None:
            return None
        try:
            address = urlsplit(value.replace("{host}", "host"))
            valid = address.scheme in schemes and bool(address.hostname) and address.port != 0
        except ValueError:
            valid = False
        if not valid:
            raise ValueError(f"must be an address like {schemes[0]}://example.org, not {value!r}")
        return value

    return check


def _file(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise ValueError(f"must name a file, not {str(path)!r}")
    try:
        if path is not None:
            path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"must name a file of text (UTF-8) that can be read, not {str(path)!r}") from None
    return path


ENV_FILE = "TWEETLIKE_ENV_FILE"
_OWN_HOSTS = {"x_url": ("x.com", "twitter.com"), "hub_endpoint": ("huggingface.co", "hf.co")}
LogFormat = Literal["text", "json"]
RecipeName = Literal["default", "full", "quick", "huggingtweets"]
Schedule = Annotated[str, AfterValidator(_readable_by("data.schedules", "parse_schedule"))]
QuietHours = Annotated[str, AfterValidator(_readable_by("data.quiet_hours", "parse_quiet_hours"))]
Url = Annotated[str, AfterValidator(_web_address("https", "http"))]
HttpsUrl = Annotated[str | None, AfterValidator(_web_address("https"))]
Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_split_ids)]


class Settings(BaseSettings):
    """Every setting, its default and its unit. In the environment each is upper case with the prefix `TWEETLIKE_`."""

    model_config = SettingsConfigDict(env_prefix="TWEETLIKE_", extra="ignore", frozen=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("tweetlike", appauthor=False),
        description="where the database and the models live",
    )
    base: str = Field(
        "smollm2-135m", description="base model: a name that `tweetlike bases` lists, a hub id or a local folder"
    )
    device: Literal["auto", "cpu", "cuda"] = Field("auto", description="where to compute; auto: a GPU if there is one")
    precision: Literal["auto", "float32", "bfloat16", "float16", "int8"] = Field(
        "auto",
        description="of the weights when writing; auto: on a GPU bfloat16, or float16 on one from before Ampere, else "
        "what this processor does fastest",
    )
    gpu_memory_mb: int = Field(
        0, ge=0, description="megabytes of a GPU that bot and trainer may take together; 0: what is free, less a margin"
    )

    discord_token: SecretStr | None = Field(None, description="of the bot, from discord.com/developers")
    discord_admins: Ids = Field(frozenset(), description="Discord user ids, comma separated")
    discord_trusted_servers: Ids = Field(
        frozenset(), description="Discord server ids whose admins may retrain, roll back and cancel, comma separated"
    )
    telegram_token: SecretStr | None = Field(None, description="of the bot, from @BotFather")
    telegram_admins: Ids = Field(frozenset(), description="Telegram user ids, comma separated")
    telegram_trusted_groups: Ids = Field(
        frozenset(), description="Telegram group ids whose admins may retrain, roll back and cancel, comma separated"
    )
    trusted_trainings: int = Field(
        3, ge=0, description="trainings that the admins of a trusted server or group may ask for in 24 hours"
    )
    telegram_webhook_url: HttpsUrl = Field(
        None, description="https address that Telegram shall send updates to, instead of being asked for them"
    )
    telegram_webhook_port: int = Field(8443, ge=0, le=65535, description="local port that this address leads to")
    telegram_webhook_listen: str = Field("127.0.0.1", description="local address to listen on")

    x_token: SecretStr | None = Field(None, description="bearer token of the X API, to download from X")
    x_accept_terms: bool = Field(False, description="you have read X's developer terms and keep to them")
    x_monthly_posts: int = Field(5_000, ge=0, description="posts that may be read from X in a calendar month (UTC)")
    x_post_dollars: float = Field(0.005, ge=0, description="what one post costs; for estimates")
    x_names: Literal["tweet", "post"] = Field("tweet", description="what X's fields are called in requests")
    x_url: Url = Field("https://api.x.com", description="address of the X API")
    bluesky_url: Url = Field("https://public.api.bsky.app", description="AppView or a personal data server")
    mastodon_url: Url = Field("https://{host}", description="address of an account's server")
    most_posts: int = Field(3_200, ge=1, description="posts of an account that are downloaded at first, newest first")
    recheck_posts: int = Field(100, ge=0, description="stored posts that a refresh looks for, to drop deleted ones")
    downloads: int = Field(2, ge=1, le=8, description="accounts that are downloaded at the same time")

    recipe: RecipeName = Field("default", description="how voices are trained")
    refresh_every: Schedule = Field("24h", description="how often an account is refreshed: 30m, 6h, 2d, cron text, off")
    quiet_hours: QuietHours = Field("", description="like 22:00-07:00 (UTC): the schedule starts nothing then")
    idle_days: int = Field(14, ge=1, description="accounts nobody used for so long are refreshed a seventh as often")
    trainer_nice: int = Field(
        19, ge=0, le=19, description="how far the trainer steps back for the bot and others; 0: not at all"
    )
    retrain_min_new: int = Field(50, ge=1, description="retrain when this many new kept tweets came in …")
    retrain_min_share: float = Field(0.05, gt=0, le=1, description="… or this share of the corpus, whichever is less")
    min_characters: int = Field(6_000, ge=1, description="characters of kept text below which nothing is trained")
    promotion_tolerance: float = Field(
        0.01, ge=0, le=1, description="share of bits per character by which a candidate may be worse and still go live"
    )
    promotion_margin: float = Field(
        0.05,
        ge=-1,
        le=1,
        description="how clearly a first version must beat the untuned base: told apart so much less (AUC)",
    )

    wandb: Literal["offline", "online", "disabled"] = Field("offline", description="Weights & Biases tracking")
    wandb_project: str = Field("tweetlike", description="the project that runs are tracked in")
    wandb_tweets: bool = Field(True, description="log raw and cleaned tweets as Weights & Biases artifacts")

    hub_token: SecretStr | None = Field(
        None, description="of the Hugging Face hub, for `tweetlike push` and for base models behind a licence"
    )
    hub_endpoint: Annotated[str | None, AfterValidator(_web_address("https", "http"))] = Field(
        None, description="another hub's address"
    )

    token_hosts: Annotated[frozenset[str], NoDecode, BeforeValidator(_split_ids)] = Field(
        frozenset(),
        description="further hosts that the tokens of X and of the hub may be sent to, comma separated; to these also "
        "without https",
    )

    person_cooldown_s: float = Field(3.0, ge=0, description="seconds between two answers to one person")
    channel_cooldown_s: float = Field(1.0, ge=0, description="seconds between two answers in one channel")
    talking: bool = Field(
        True,
        description="hear messages: go on where somebody mentions the bot or replies to it, and let voices chime in",
    )
    keep_answers_days: int = Field(
        90, ge=0, description="days after which answers are deleted, and their buttons with them; 0: never"
    )
    buttons_for: Literal["everyone", "requester"] = Field("everyone", description="who may press under an answer")
    queue_limit: int = Field(32, ge=1, description="requests that may wait before the bot answers 'busy'")
    request_timeout_s: float = Field(120.0, gt=0, description="seconds after which a request is given up")
    resident_voices: int = Field(64, ge=1, description="adapters kept in memory")
    voice_memory_mb: int = Field(64, ge=1, description="megabytes of adapters kept in a processor's memory")
    model_memory_mb: int = Field(2048, ge=1, description="megabytes of full fine-tunes kept in memory beside the base")
    threads: int = Field(0, ge=0, description="processor cores for generation; 0: all")
    filter: Literal["off", "standard", "strict"] = Field(
        "standard",
        description="what is neither taken as a beginning nor answered; standard: slurs, personal data, invitations; "
        "strict: swearing and links as well",
    )
    filter_words: Annotated[Path | None, AfterValidator(_file)] = Field(
        None, description="a file of words of your own that are refused, too: one a line"
    )
    log_format: LogFormat = Field("text", description="of the log: text for people, json for machines")
    metrics_port: int = Field(0, ge=0, le=65535, description="local port for Prometheus and health checks; 0: none")
    metrics_listen: str = Field("127.0.0.1", description="local address of that port")
    stop_within_s: float = Field(
        12.0, ge=0, le=15, description="seconds that requests have to be finished in when the bot is told to stop"
    )
    yield_memory: bool = Field(
        False, description="on a processor, write in small batches while a voice is trained, to leave it memory"
    )

    @model_validator(mode="after")
    def _tokens_stay_home(self) -> Self:
        """A token is sent to those it is for, over https: another address is a stranger's, or a mistake."""
        for token, name, address in (
            (self.x_token, "x_url", self.x_url),
            (self.hub_token, "hub_endpoint", self.hub_endpoint or os.environ.get("HF_ENDPOINT")),  # the library's own
        ):
            if token is None or address is None:
                continue
            parts = urlsplit(address)
            host = (parts.hostname or "").casefold()
            if host in {named.casefold() for named in self.token_hosts}:
                continue
            own = _OWN_HOSTS[name]
            if parts.scheme != "https" or not any(host == each or host.endswith(f".{each}") for each in own):
                raise PydanticCustomError(
                    name,
                    "the token is sent to {own} alone, over https; if {host} may have it, name that in "
                    "TWEETLIKE_TOKEN_HOSTS",
                    {"own": own[0], "host": host},
                )
        return self

    def secrets(self) -> list[str]:
        """The values that must appear nowhere."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return [value.get_secret_value() for value in values if isinstance(value, SecretStr)]

    def hub_key(self) -> str | None:
        """The hub's token in plain text, for the library that sends it."""
        return self.hub_token.get_secret_value() if self.hub_token else None

    def database_path(self) -> Path:
        """The one SQLite database."""
        return self.home / "tweetlike.db"

    def models_path(self) -> Path:
        """The versions' folders."""
        return self.home / "models"

    def checkpoints_path(self) -> Path:
        """Checkpoints of trainings under way."""
        return self.home / "checkpoints"

    def tracking_path(self, account_id: int) -> Path:
        """Offline Weights & Biases runs of an account."""
        return self.home / "tracking" / str(account_id)

    def uploads_path(self) -> Path:
        """Files that were sent in a chat, while they are read."""
        return self.home / "uploads"

    def tuning_path(self) -> Path:
        """What was measured of this machine."""
        return self.home / "tuning.json"

    def bases_path(self) -> Path:
        """Base models."""
        return self.home / "bases"


def env_file() -> Path | None:
    """The file that settings are read from beside the environment: the one that `TWEETLIKE_ENV_FILE` names, else `.env`
    in the home, if it is there. Never one of the folder that somebody happens to stand in, which may be a stranger's.

    Raises `InvalidSettings` for a named one that cannot be read.
    """
    if named := os.environ.get(ENV_FILE):
        if not os.access(named, os.R_OK):
            raise InvalidSettings((f"{ENV_FILE}: must name a file that can be read, not {named!r}",))
        return Path(named).absolute()
    home = os.environ.get("TWEETLIKE_HOME") or user_data_path("tweetlike", appauthor=False)
    path = Path(home) / ".env"
    return path if path.is_file() else None


def load_settings(**overrides: object) -> Settings:
    """Build the settings from the environment and `env_file`.

    Raises `InvalidSettings`, which names each setting and never shows a secret's value.
    """
    file = env_file()
    try:
        return Settings(_env_file=file, **overrides)  # type: ignore[arg-type, call-arg]
    except ValidationError as error:
        raise InvalidSettings(
            tuple(
                f"TWEETLIKE_{str((*problem['loc'], problem['type'])[0]).upper()}: {problem['msg']}"
                for problem in error.errors(include_input=False)
            )
        ) from None
