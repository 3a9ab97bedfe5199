"""What a process keeps of memory that it does not use: as little as costs no time. Import it before the first product.

Of every shape that comes by, oneDNN and torch's layer above it keep what they have made, up to 1,024 of each: half a
gigabyte in a training, whose batches have hundreds of shapes. And glibc keeps what has been freed; large blocks, which
leave the largest holes, only until it has seen one freed. It is held to giving them back.
"""

from __future__ import annotations

import ctypes
import gc
import os
from contextlib import suppress

import torch

LARGE_BLOCK = 8 << 20  # bytes: logits, and little else
KEPT = 64 << 20  # bytes at the end of the heap that may stay
ARENAS = 2  # heaps that threads share: each keeps holes of its own
_MMAP_THRESHOLD, _TRIM_THRESHOLD, _ARENA_MAX = -3, -1, -8  # of mallopt(3)

for _cache in ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"):
    os.environ.setdefault(_cache, "32")
with suppress(OSError, AttributeError):  # another C library than glibc
    for _option, _value in ((_MMAP_THRESHOLD, LARGE_BLOCK), (_TRIM_THRESHOLD, KEPT), (_ARENA_MAX, ARENAS)):
        ctypes.CDLL(None).mallopt(_option, _value)


def collect_garbage(device: torch.device) -> None:
    """Give back now what weights and caches that nobody holds any more took."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    give_back()


def give_back() -> None:
    """Give back what has been freed, without a look at what could be; other threads go on meanwhile."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
