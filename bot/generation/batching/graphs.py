"""Decode steps as captured CUDA graphs: without them a GPU waits for Python to launch some hundred small kernels."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable

import torch

log = logging.getLogger(__name__)


class StepGraphs:
    """One graph for each shape of a step. A step must read and write the same tensors each time it has that shape."""

    def __init__(self) -> None:
        self._graphs: dict[Hashable, torch.cuda.CUDAGraph | None] = {}
        self._broken = False

    def run(self, shape: Hashable, step: Callable[[], None]) -> None:
        """Do the step. A shape is run plainly at first, which warms its kernels up, then captured, then replayed."""
        if self._broken or shape not in self._graphs:
            self._graphs[shape] = None
            step()
            return
        graph = self._graphs[shape] or self._captured(shape, step)
        if graph is None:
            step()
        else:
            graph.replay()

    def _captured(self, shape: Hashable, step: Callable[[], None]) -> torch.cuda.CUDAGraph | None:
        graph = torch.cuda.CUDAGraph()
        try:
            with torch.cuda.graph(graph, capture_error_mode="thread_local"):
                step()
        except RuntimeError:
            log.warning("decode steps cannot be captured on this GPU; they run one kernel at a time", exc_info=True)
            self._broken = True
            return None
        self._graphs[shape] = graph
        return graph
