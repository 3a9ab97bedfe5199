"""Settings: built once in `main()` from the environment and `.env`, then passed down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data.errors import InvalidSettings


def _split_ids(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_split_ids)]


class Settings(BaseSettings):
    """Every setting, its default and its unit. In the environment each is upper case with the prefix `TWEETLIKE_`."""

    model_config = SettingsConfigDict(env_prefix="TWEETLIKE_", env_file=".env", extra="ignore", frozen=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("tweetlike", appauthor=False),
        description="where the database and the models live",
    )
    base: str = Field("smollm2-135m", description="base model: smollm2-135m, gpt2, a hub id or a local folder")
    device: Literal["auto", "cpu", "cuda"] = "auto"
    precision: Literal["auto", "float32", "bfloat16", "int8"] = Field(
        "auto", description="of the weights when writing; auto: bfloat16 on CUDA, else what this processor does fastest"
    )

    discord_token: SecretStr | None = None
    discord_admins: Ids = Field(frozenset(), description="Discord user ids, comma separated")
    discord_trust_server_admins: bool = Field(
        True, description="members with Manage Server, where the bot is installed, may retrain"
    )
    telegram_token: SecretStr | None = None
    telegram_admins: Ids = Field(frozenset(), description="Telegram user ids, comma separated")
    telegram_trust_group_admins: bool = True

    recipe: str = Field("default", description="how voices are trained: default, full, quick, huggingtweets")
    refresh_every: str = Field("24h", description="how often a watched file is read again: 30m, 6h, 2d, cron text, off")
    retrain_min_new: int = Field(50, ge=1, description="retrain when this many new kept tweets came in …")
    retrain_min_share: float = Field(0.05, gt=0, le=1, description="… or this share of the corpus, whichever is less")
    min_characters: int = Field(6_000, ge=1, description="characters of kept text below which nothing is trained")
    promotion_tolerance: float = Field(
        0.01, ge=0, description="bits per character by which a candidate may be worse and still go live"
    )

    wandb: Literal["offline", "online", "disabled"] = "offline"
    wandb_project: str = "tweetlike"
    wandb_tweets: bool = Field(True, description="log raw and cleaned tweets as Weights & Biases artifacts")

    hub_token: SecretStr | None = Field(None, description="of the Hugging Face hub, for `tweetlike push`")
    hub_endpoint: str | None = Field(None, description="another hub's address")

    queue_limit: int = Field(32, ge=1, description="requests that may wait before the bot answers 'busy'")
    request_timeout_s: float = Field(120.0, gt=0)
    resident_voices: int = Field(64, ge=1, description="adapters kept in memory")
    model_memory_mb: int = Field(2048, ge=1, description="megabytes of full fine-tunes kept in memory beside the base")
    threads: int = Field(0, ge=0, description="processor cores for generation; 0: all")
    yield_memory: bool = Field(False, description="write in small batches while a voice is trained, to leave it memory")

    def database_path(self) -> Path:
        return self.home / "tweetlike.db"

    def models_path(self) -> Path:
        return self.home / "models"

    def checkpoints_path(self) -> Path:
        return self.home / "checkpoints"

    def tracking_path(self, account_id: int) -> Path:
        return self.home / "tracking" / str(account_id)

    def tuning_path(self) -> Path:
        return self.home / "tuning.json"

    def bases_path(self) -> Path:
        return self.home / "bases"


def load_settings(**overrides: object) -> Settings:
    """Build the settings. Raises `InvalidSettings`, which names each setting and never shows a secret's value."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        raise InvalidSettings(
            tuple(
                f"TWEETLIKE_{'_'.join(str(part) for part in problem['loc'][:1]).upper()}: {problem['msg']}"
                for problem in error.errors(include_input=False)
            )
        ) from None
