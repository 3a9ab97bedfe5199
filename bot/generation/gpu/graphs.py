"""Passes as captured CUDA graphs: without them a GPU waits for Python to launch some hundred small kernels."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Hashable

import torch

from data.faults import ToldOnce, gpu_fault
from data.gpu import is_gone

log = logging.getLogger(__name__)
FIRST_PAUSE_S, MAX_PAUSE_S = 5.0, 300.0  # before a capture that failed is tried again; doubled each time


class Graphs:
    """One graph for each shape of a pass, all in one pool of memory. A pass must read and write the same tensors each
    time it has that shape.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._graphs: dict[Hashable, torch.cuda.CUDAGraph] = {}
        self._warm: set[Hashable] = set()  # shapes that were run: their kernels are compiled
        self._pool = torch.cuda.graph_pool_handle()
        self._told = ToldOnce(log)
        self._pause_s = FIRST_PAUSE_S
        self._not_before = 0.0

    def __len__(self) -> int:
        return len(self._graphs)

    def run(self, shape: Hashable, run: Callable[[], None]) -> None:
        """Do the pass, by its graph if there is one. Plainly at first, which warms its kernels up."""
        graph = self._graphs.get(shape)
        if graph is not None:
            graph.replay()
            return
        run()
        if shape in self._warm:
            self._capture(shape, run)
        self._warm.add(shape)

    def prepare(self, shape: Hashable, run: Callable[[], None]) -> None:
        """Run a pass whose results nobody needs, and capture it."""
        self._warm.add(shape)
        self.run(shape, run)

    def shed(self) -> bool:
        """Give the memory of all graphs back, and rest from capturing; whether there were any."""
        had = bool(self._graphs)
        self._graphs.clear()
        self._pool = torch.cuda.graph_pool_handle()
        torch.cuda.empty_cache()
        self._rest()
        return had

    def _capture(self, shape: Hashable, run: Callable[[], None]) -> None:
        """For the next time. One that fails changes nothing but the speed, and is tried again after a pause."""
        if self._clock() < self._not_before:
            return
        graph, stream = torch.cuda.CUDAGraph(), torch.cuda.current_stream()
        try:
            with torch.cuda.graph(graph, pool=self._pool, capture_error_mode="thread_local"):
                run()
        except RuntimeError as error:
            torch.cuda.set_stream(stream)  # a failed capture leaves the thread on its own stream
            if is_gone(error):
                raise
            self._told.trouble("decode steps are not captured for now, and run one kernel at a time", error)
            if "memory" in (gpu_fault(error), gpu_fault(error.__context__ or error)):  # of which ending it made another
                self.shed()
            else:
                self._rest()
            return
        self._graphs[shape] = graph
        self._pause_s = FIRST_PAUSE_S
        self._told.well()

    def _rest(self) -> None:
        self._not_before = self._clock() + self._pause_s
        self._pause_s = min(MAX_PAUSE_S, self._pause_s * 2)
