"""What can be counted, for Prometheus: the requests of this process, and what the database says of all of them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.generation.generator import Generator
from bot.generation.types import GenerationResult
from data.accounts.search import count_matching
from data.errors import TweetlikeError
from data.jobs.queue import count_jobs
from data.settings import Settings
from data.sources.budget import month_of, spent_in
from data.sources.circuit_breaker import all_resting
from data.storage.database import connect
from data.storage.leases import is_held

SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120)
ROWS = (1, 2, 5, 10, 20, 40, 80, 160, 320)


class Metrics:
    """The numbers of one service. Latencies in seconds, batch sizes in drafts."""

    def __init__(self, settings: Settings, generator: Generator) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "tweetlike_requests", "Requests by how they ended", ["platform", "outcome"], registry=self.registry
        )
        self._seconds = Histogram(
            "tweetlike_request_seconds", "Time by stage", ["stage"], buckets=SECONDS, registry=self.registry
        )
        self._tokens = Counter("tweetlike_tokens", "Tokens written", registry=self.registry)
        self._rows = Histogram(
            "tweetlike_batch_rows", "Drafts in the batch of a request", buckets=ROWS, registry=self.registry
        )
        self._refused = Counter("tweetlike_drafts_refused", "Drafts by why", ["reason"], registry=self.registry)
        self.prompts_refused = Counter(
            "tweetlike_prompts_refused", "Beginnings by why", ["reason"], registry=self.registry
        )
        self.platforms = Gauge(
            "tweetlike_platform_listening",
            "1 for a platform that listens, else 0",
            ["platform"],
            registry=self.registry,
        )
        self.registry.register(_EngineNow(generator))
        self.registry.register(_Stored(settings))

    def generated(self, result: GenerationResult, total_s: float) -> None:
        """Count one answer of the engine."""
        stats = result.stats
        for stage, seconds in (
            ("queue", stats.queue_s),
            ("prefill", stats.prefill_s),
            ("decode", stats.decode_s),
            ("total", total_s),
        ):
            self._seconds.labels(stage).observe(seconds)
        self._tokens.inc(stats.tokens)
        self._rows.observe(stats.batch_rows)
        for reason in ("copy",) * len(result.copies) + result.refused:
            self._refused.labels(reason).inc()


class _EngineNow(Collector):
    def __init__(self, generator: Generator) -> None:
        self._generator = generator

    def collect(self) -> Iterable[Metric]:
        generator = self._generator
        yield GaugeMetricFamily("tweetlike_queue", "Requests in line", generator.waiting())
        yield GaugeMetricFamily("tweetlike_drafts_running", "Drafts being written", generator.running())
        yield GaugeMetricFamily("tweetlike_voices_resident", "Voices in memory", len(generator.resident()))


class _Stored(Collector):
    """Refresh and training outcomes, voices, what is left of the budget: of all processes on this database."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def collect(self) -> Iterable[Metric]:
        settings = self._settings
        yield GaugeMetricFamily("tweetlike_trainer_up", "1 if a trainer runs", is_held(settings.home, "trainer"))
        jobs = GaugeMetricFamily("tweetlike_jobs", "Jobs by kind and state", labels=["kind", "state"])
        voices = GaugeMetricFamily("tweetlike_voices", "Accounts with a live version")
        left = GaugeMetricFamily("tweetlike_budget_left_posts", "Posts that may be read this month", labels=["source"])
        rests = GaugeMetricFamily("tweetlike_source_rests", "1 for a source that is left alone", labels=["source"])
        readable = GaugeMetricFamily("tweetlike_database_readable", "0 if the database cannot be read")
        try:
            with closing(connect(settings.database_path())) as db:
                for kind, state, number in count_jobs(db):
                    jobs.add_metric([kind, state], number)
                voices.add_metric([], count_matching(db, "", speaking=True))
                spent = spent_in(db, month_of(time.time()))
                left.add_metric(["X"], max(0, settings.x_monthly_posts - spent))
                for rest in all_resting(db, now=time.time()):
                    rests.add_metric([rest.source], 1)
            readable.add_metric([], 1)
        except (sqlite3.Error, TweetlikeError):
            readable.add_metric([], 0)
        yield from (jobs, voices, left, rests, readable)

    def describe(self) -> Iterable[Metric]:
        return ()  # else the registry would collect, and make a database, when it registers this
