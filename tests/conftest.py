"""Parts that tests share: tiny models of both architectures with a real tokenizer, a home folder, a live voice."""

from __future__ import annotations

import os

os.environ["TWEETLIKE_PROMOTION_MARGIN"] = "-1"  # tiny models say nothing that anybody would take for real
os.environ["TWEETLIKE_TRAINER_NICE"] = "0"  # on a loaded machine a trainer would hardly get a turn
os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch is loaded: tests run side by side, a core each

import asyncio
import logging
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import simcord
import torch
from sqlite_utils import Database

from bot.platforms.discord.client import Client
from bot.service.service import Service
from data.accounts.store import Account, ensure_account, find_account
from data.errors import TweetlikeError
from data.logs import CHATTY
from data.models.bases import Base, prepare_base
from data.models.recipes import find_recipe
from data.models.registry import HeldOutMetrics, Lineage, NewVersion, Version, promote, publish
from data.settings import Settings
from data.storage.database import connect
from data.storage.sealed_folders import staging_folder
from data.tweets.corpus import account_corpus, register_corpus
from data.tweets.store import Tweet, store_tweets
from tests.peers import vocabularies
from tests.peers.vocabularies import WORDS, byte_level

torch.set_num_threads(1)  # the models are tiny: a second thread only waits for the first

hypothesis.settings.register_profile("short", max_examples=80, deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("nightly", max_examples=2_000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

ROOT = Path(__file__).parent.parent
SAMPLE = vocabularies.SAMPLE
SHARED_TWEETS = Path(__file__).parent.parent.parent / "shared" / "data" / "tweets"


def write_tiny_models(place: Path, words: int = WORDS) -> dict[str, Path]:
    """`save_pretrained` folders of a random GPT-2 and a random Llama, by architecture."""
    from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

    tokenizer = byte_level()
    tokenizer.add_tokens([f" no{n}" for n in range(words - len(tokenizer))])
    ends = {"bos_token_id": 0, "eos_token_id": 0}
    torch.manual_seed(0)
    gpt2 = GPT2LMHeadModel(GPT2Config(vocab_size=words, n_positions=256, n_embd=32, n_layer=2, n_head=4, **ends))
    llama = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=words,
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=256,
            tie_word_embeddings=True,
            **ends,
        )
    )
    folders = {}
    for name, model in (("gpt2", gpt2), ("llama", llama)):
        with torch.no_grad():  # larger weights than a fresh model's, so that its choices are clear-cut
            for parameter in model.parameters():
                if parameter.dim() > 1:
                    parameter.mul_(6)
        folder = place / name
        model.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        folders[name] = folder
    return folders


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """Programs that run within a test set up the logs of the whole process."""
    root, known = logging.getLogger(), [logging.getLogger(name) for name in CHATTY]
    before, levels, hooks = (
        root.handlers[:],
        [log.level for log in (root, *known)],
        (threading.excepthook, sys.excepthook),
    )
    yield
    for log, level in zip((root, *known), levels, strict=True):
        log.setLevel(level)
    root.handlers[:], logging.raiseExceptions = before, True
    threading.excepthook, sys.excepthook = hooks


@pytest.fixture(autouse=True)
def temporary_files_as_they_were(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Programs that run within a test move them into their home."""
    monkeypatch.setenv("TMPDIR", tempfile.gettempdir())
    yield
    tempfile.tempdir = None


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Products that are split among threads round otherwise; what one test sets must not reach the next."""
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_tiny_models(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def tiny_bases(tiny_models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Base]:
    """The tiny models as prepared bases, which may also be served as whole models."""
    from data.tweets.copy_index import CopyIndex

    place = tmp_path_factory.mktemp("bases")
    bases = {name: prepare_base(str(folder), place) for name, folder in tiny_models.items()}
    for base in bases.values():
        CopyIndex.none().save(base.folder)
    return bases


@pytest.fixture
def settings(tmp_path: Path, tiny_models: dict[str, Path]) -> Settings:
    """Settings for a fresh home with the tiny Llama as base; nothing from the environment or a `.env` file."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        home=tmp_path / "home",
        base=str(tiny_models["llama"]),
        wandb="disabled",
        min_characters=1_000,
        precision="float32",
        threads=1,
        person_cooldown_s=0,
        channel_cooldown_s=0,
    )


@pytest.fixture
def db(settings: Settings) -> Iterator[Database]:
    database = connect(settings.database_path())
    yield database
    database.close()


@pytest.fixture
def base(settings: Settings) -> Base:
    return prepare_base(settings.base, settings.bases_path())


def random_adapter(folder: Path, base_folder: Path, seed: int, rank: int = 4, size: float = 0.3) -> None:
    """Write a PEFT adapter folder with random weights of standard deviation `size`."""
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(base_folder, dtype=torch.float32)
    config = LoraConfig(
        r=rank,
        lora_alpha=2 * rank,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
        fan_in_fan_out=model.config.model_type == "gpt2",
    )
    adapted: Any = get_peft_model(model, config)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in adapted.named_parameters():
            if "lora_" in name:
                parameter.copy_(torch.randn(parameter.shape, generator=generator) * size)
    from data.tweets.copy_index import CopyIndex

    adapted.save_pretrained(folder)
    CopyIndex.none().save(folder)


MakeVoice = Callable[..., tuple[Account, Version]]


@pytest.fixture
def make_voice(db: Database, settings: Settings, base: Base) -> MakeVoice:
    """Store an account with some tweets and publish a version with a random adapter; live unless told otherwise."""

    def make(handle: str = "sample", seed: int = 1, *, live: bool = True, bits: float = 2.0) -> tuple[Account, Version]:
        from data.tweets.copy_index import CopyIndex

        now = time.time()
        account = ensure_account(db, handle, now=now)
        texts = [
            f"{handle} tweets number {n} about the {word}" for n, word in enumerate(["moon", "tea", "hum", "glass"])
        ]
        store_tweets(db, account.id, [Tweet(str(n), float(n), text, source="test") for n, text in enumerate(texts)])
        corpus = account_corpus(db, account)
        draft = NewVersion(
            account_id=account.id,
            method="lora",
            base=base.name,
            base_fingerprint=base.fingerprint,
            recipe=find_recipe("default"),
            corpus_id=register_corpus(db, account.id, corpus, now=now),
            metrics=HeldOutMetrics(3.0, 4.0, bits, 3.0, 50, 1000, 1.0, 2.0),
            lineage=Lineage(corpus.fingerprint, "h", 400, 50, 50, 42),
        )
        with staging_folder(settings.models_path()) as staged:
            random_adapter(staged, base.folder, seed)
            CopyIndex.of(corpus.texts).save(staged)
            (staged / "README.md").write_text("card")
            version = publish(db, settings.models_path(), staged, draft, now=now)
        if live:
            expected = find_account(db, handle).live_version_id
            version = promote(db, version, expected_live=expected, reason={"why": "test"}, now=now)
        return find_account(db, handle), version

    return make


ScoreOf = Callable[..., None]


@pytest.fixture
def score_of(db: Database, settings: Settings) -> ScoreOf:
    """Give a version a score card; if asked with a picture, or with people's guesses, one in four of them wrong."""
    from data.models.scorecards import Metric, ScoreCard, record_vote, store_scorecard

    def give(version: Version, *, picture: bool = False, guesses: int = 0) -> None:
        metric = Metric(0.612, 0.58, 0.65, floor=0.981, ceiling=0.5)
        none = Metric(0.0, 0.0, 0.01)
        store_scorecard(db, version.id, ScoreCard(metric, metric, metric, metric, metric, none, none), now=1.0)
        if picture:
            from PIL import Image

            Image.new("RGB", (8, 8)).save(settings.models_path() / version.folder / "scorecard.png")
        for guess in range(guesses):
            record_vote(db, version.id, f"person {guess}", "1:0", said_real=guess % 4 == 0, now=1.0)

    return give


MakeGame = Callable[[], tuple[Account, Version]]


@pytest.fixture
def make_game(db: Database, settings: Settings, make_voice: MakeVoice) -> MakeGame:
    """A live voice of an account with enough held-out tweets for "Real or fake?"."""

    def make() -> tuple[Account, Version]:
        account, version = make_voice()
        words = ["moon", "tea", "hum", "glass", "coin", "floor", "three", "night", "button", "light", "spring", "door"]
        texts = [f"{words[n % 12]} number {n} hums to the {words[n % 7]} and the {words[n % 5]}" for n in range(200)]
        store_tweets(db, account.id, [Tweet(f"g{n}", 10.0 + n, text) for n, text in enumerate(texts)])
        corpus = account_corpus(db, account)
        db.execute(
            "UPDATE versions SET corpus_id = ?, lineage = json_set(lineage, '$.corpus_fingerprint', ?) WHERE id = ?",
            [register_corpus(db, account.id, corpus, now=1), corpus.fingerprint, version.id],
        )
        return account, version

    return make


def alter(service: Service, **fields: object) -> None:
    """Other parts for a service that is running, which the program itself never exchanges."""
    for name, value in fields.items():
        assert hasattr(service.context, name)
        object.__setattr__(service.context, name, value)


StopDuring = Callable[[Service, object, str], list[bool]]


@pytest.fixture
def stop_during(monkeypatch: pytest.MonkeyPatch) -> StopDuring:
    """Let the bot be told to stop when a method has just returned; notes whether it then stops without further ado."""

    def prepare(service: Service, owner: object, name: str) -> list[bool]:
        method, stopped = getattr(owner, name), []

        async def then_stop(*arguments: Any, **options: Any) -> Any:
            found = await method(*arguments, **options)
            draining = asyncio.create_task(service.requests.drain(30.0))
            for _ in range(5):
                await asyncio.sleep(0)
            stopped.append(draining.done())
            draining.cancel()
            return found

        monkeypatch.setattr(owner, name, then_stop)
        return stopped

    return prepare


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests to networks are tried again at once, but not given up any sooner: for tests that count them."""
    from data.sources.networks import http

    monkeypatch.setattr(http, "BACKOFF_S", 0.001)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests to networks are given up, and tried again, within fractions of a second."""
    import httpx

    from data.sources.networks import http

    monkeypatch.setattr(http, "BACKOFF_S", 0.001)
    monkeypatch.setattr(http, "TIMEOUT", httpx.Timeout(0.3, connect=2.0))


@pytest.fixture
async def simcord_env(simcord_bot: Client) -> AsyncIterator[simcord.Env]:
    """The simulated Discord. It notes whatever a command raises: typed errors are told to people, others are faults."""
    env = simcord.Env(simcord_bot, check_errors=False, shard_count=1)
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()
    noted = env._errors[env._errors_acknowledged :]
    causes = [getattr(error, "original", None) or error.__cause__ or error for error in noted]
    assert [error for error in causes if not isinstance(error, TweetlikeError)] == []


@pytest.fixture(autouse=True)
def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Intervals of a score card from ten resamples instead of two hundred: wider, and twenty times as fast."""
    monkeypatch.setattr("training.evaluation.likeness.RESAMPLES", 10)
