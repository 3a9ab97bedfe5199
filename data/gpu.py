"""The GPU of this machine: whether it can be used, and if not, why. torch is loaded where it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import GpuUnusable
from data.faults import gpu_fault

if TYPE_CHECKING:
    import torch

AMPERE = (8, 0)  # the first capability with bfloat16 and tf32
LEAST_FREE = 1 << 30  # bytes, below which not even a small engine fits


@dataclass(frozen=True)
class Gpu:
    """A device that computes. `free` and `total` are bytes of its memory."""

    name: str
    capability: tuple[int, int]
    free: int
    total: int

    @property
    def has_bfloat16(self) -> bool:
        """Whether its products take bfloat16: from Ampere on; older ones only pretend to."""
        return self.capability >= AMPERE


def has_tf32(device: torch.device) -> bool:
    """Whether its products of float32 may be rounded to 19 bits: from Ampere on."""
    import torch

    return device.type == "cuda" and torch.cuda.get_device_capability(device) >= AMPERE


def find_gpu() -> Gpu:
    """The GPU, after it has computed something. Raises `GpuUnusable`."""
    import torch

    if not is_there() and torch.version.cuda is None:
        raise GpuUnusable(
            "this torch is built without CUDA", "Install a build of torch with CUDA, or set TWEETLIKE_DEVICE=auto."
        )
    try:
        torch.cuda._lazy_init()
        capability = torch.cuda.get_device_capability()
        free, total = torch.cuda.mem_get_info()
        if free < LEAST_FREE:
            raise GpuUnusable(
                f"{free >> 20} MB of its {total >> 20} MB of memory are free, and {LEAST_FREE >> 20} are needed",
                "Stop what else uses it: nvidia-smi lists the programs.",
            )
        x = torch.ones(8, 8, dtype=torch.float16, device="cuda")
        if float((x @ x).sum()) != 512:
            raise GpuUnusable("it computes wrong results", "Test the card with another program.")
        return Gpu(torch.cuda.get_device_name(), capability, free, total)
    except (RuntimeError, AssertionError) as error:
        raise _explained(error) from error


def is_there() -> bool:
    """Whether this machine has a GPU, usable or not: a torch that could use one is no sign of it."""
    import torch

    return torch.cuda.is_available() or (torch.version.cuda is not None and Path("/dev/nvidiactl").exists())


def is_gone(error: BaseException) -> bool:
    """Whether the error is one that every later call on the GPU of this process will meet as well. It is asked: some
    errors, a failed capture's for one, look the same and are over with the call.
    """
    import torch

    if gpu_fault(error) != "lost":
        return False
    try:
        torch.cuda.synchronize()
    except (RuntimeError, AssertionError):
        return True
    return False


def _explained(error: Exception) -> GpuUnusable:
    import torch

    text = str(error).strip().split("\n")[0]
    if "no kernel image" in text or "not compatible with the current PyTorch" in text:
        built = ", ".join(torch.cuda.get_arch_list()) or "other cards"
        return GpuUnusable(
            f"this torch has no kernels for its architecture (it has them for {built})",
            "Install a build of torch for this card, or set TWEETLIKE_DEVICE=cpu.",
        )
    if gpu_fault(error) == "memory":
        return GpuUnusable(
            "its memory is full, or another program has taken it for itself",
            "Stop what else uses it: nvidia-smi lists the programs.",
        )
    if "driver" in text.lower():
        return GpuUnusable(f"its driver does not fit this torch ({text})", "Update the NVIDIA driver.")
    return GpuUnusable(
        text or type(error).__name__, "See what nvidia-smi says of it; a restart of the machine may help."
    )
