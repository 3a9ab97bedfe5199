"""A GPU that is not there: tensors that say they are on `cuda:0`, hold real values and are computed on the CPU.

Every operation is looked at before it is computed, so that what a GPU would punish is seen, and what it would have to
do is counted exactly:

- faults: tensors of two devices in one operation; in a capture a look at a value, a copy, work on the CPU, random
  numbers; at a replay memory that has been freed; pinned memory that changes while it is being copied;
- counts: launches (a replayed graph is one), kernels (of graphs, too), copies to the device, waits for it, captures;
- memory: what lives on the device, by storage. With a `capacity`, what goes beyond it is refused as a GPU would.

`torch.cuda.CUDAGraph` is a tape of operations on the same storages; a replay runs no Python of ours. What is copied to
pinned memory without waiting arrives when somebody waits. Not seen: what kernels themselves do wrong, and time.
"""

from __future__ import annotations

import threading
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import pytest
import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten, tree_map

CUDA = torch.device("cuda", 0)
_KERNELS = {"topk": 20, "sort": 4, "cumsum": 2}  # more than one launch, as torch's sources have it for long rows
_LOOKS = {
    "nonzero",
    "masked_select",
    "_unique2",
    "unique_consecutive",
    "bincount",
    "equal",
    "_local_scalar_dense",
    "item",
}
_RANDOM = ("rand", "bernoulli", "multinomial", "normal", "exponential", "uniform", "dropout")
_COPIES = {"copy_", "_to_copy", "to"}
_real_attention = torch.nn.functional.scaled_dot_product_attention


@dataclass
class Counts:
    """What the device had to do. `kernels` also has those of replayed graphs."""

    launches: int = 0
    kernels: int = 0
    copies: int = 0
    bytes: int = 0
    waits: int = 0
    captures: int = 0
    by: Counter[str] = field(default_factory=Counter)  # kernels, by operation


@dataclass
class _Storage:
    bytes: int
    owners: int = 0


class PretendedGpu:
    """One device. `capacity` is its memory in bytes; None: any."""

    def __init__(self, capacity: int | None = None, capability: tuple[int, int] = (9, 0)) -> None:
        self.capacity = capacity
        self.capability = capability
        self.faults: Counter[str] = Counter()
        self.counts = Counts()
        self.lost: str | None = None  # the error that every call gives, from now on
        self.fail_captures: list[BaseException] = []  # each taken by one capture, which fails with it
        self.pools: dict[object, int] = {}  # by pool: the most bytes that any capture into it took
        self.peak = 0  # of live bytes, since it was set to 0
        self.tape: _Tape | None = None
        self._live: dict[int, _Storage] = {}
        self._pinned: weakref.WeakSet[torch.Tensor] = weakref.WeakSet()
        self._arriving: list[Callable[[], None]] = []  # copies to pinned memory that nobody has waited for
        self._leaving: list[tuple[torch.Tensor, torch.Tensor]] = []  # pinned sources, and what they were
        self._lock = threading.RLock()

    @property
    def live(self) -> int:
        """Bytes that somebody holds."""
        return sum(storage.bytes for storage in list(self._live.values()))

    @contextmanager
    def counted(self) -> Iterator[Counts]:
        """What the block makes the device do, in any thread."""
        before, self.counts = self.counts, Counts()
        try:
            yield self.counts
        finally:
            self.counts = before

    @contextmanager
    def installed(self) -> Iterator[PretendedGpu]:
        """Within the block `cuda` is a device, in this thread and in those that are started meanwhile."""
        run = threading.Thread.run
        gpu = self

        def pretend(thread: threading.Thread) -> None:
            with gpu._modes():
                run(thread)

        torch._C._ensureCUDADeviceGuardSet()
        there = {
            "is_available": lambda: True,
            "_lazy_init": lambda: self._check(),
            "synchronize": lambda *_: self._wait("synchronize"),
            "empty_cache": self._check,
            "mem_get_info": lambda *_: self._memory(),
            "memory_allocated": lambda *_: self.live + self.pooled,
            "get_device_capability": lambda *_: self.capability,
            "get_device_name": lambda *_: "Pretended GPU",
            "get_arch_list": lambda: ["sm_75", "sm_80", "sm_90"],
            "set_per_process_memory_fraction": lambda *_: None,
            "is_bf16_supported": lambda *_: self.capability >= (8, 0),
            "current_stream": lambda *_: "stream",
            "set_stream": lambda *_: None,
            "graph_pool_handle": object,
            "Event": type("Event", (_Event,), {"_gpu": self}),
            "CUDAGraph": type("CUDAGraph", (_Graph,), {"_gpu": self}),
            "graph": lambda graph, **options: _Capture(self, graph, **options),
        }
        with ExitStack() as stack:
            for name, value in there.items():
                stack.enter_context(mock.patch.object(torch.cuda, name, value))
            stack.enter_context(mock.patch.object(torch.Tensor, "pin_memory", lambda tensor: self.pin(tensor.clone())))
            stack.enter_context(mock.patch.object(threading.Thread, "run", pretend))
            stack.enter_context(self._modes())
            yield self

    @contextmanager
    def _modes(self) -> Iterator[None]:
        before = torch._C._only_lift_cpu_tensors()
        torch._C._set_only_lift_cpu_tensors(True)
        try:
            with _Functions(self), _Operations(self):
                yield
        finally:
            torch._C._set_only_lift_cpu_tensors(before)

    def pin(self, tensor: torch.Tensor) -> torch.Tensor:
        self._pinned.add(tensor)
        return tensor

    def is_pinned(self, tensor: torch.Tensor) -> bool:
        return any(_key(tensor) == _key(pinned) for pinned in list(self._pinned))

    def fault(self, what: str) -> None:
        self.faults[what] += 1

    def capturing(self) -> bool:
        """Whether this thread is captured."""
        return self.tape is not None and self.tape.thread == threading.get_ident()

    def forbid(self, what: str) -> None:
        """It may not happen in a capture."""
        if self.capturing():
            self.fault(f"in a capture: {what}")

    def own(self, tensor: Pretended, elem: torch.Tensor) -> None:
        key, size = _key(elem), elem.untyped_storage().nbytes()
        with self._lock:
            storage = self._live.get(key)
            if storage is None:
                if self.capacity is not None and self.live + self.pooled + size > self.capacity:
                    raise torch.OutOfMemoryError(f"CUDA out of memory. Tried to allocate {size} bytes.")
                storage = self._live[key] = _Storage(size)
            storage.owners += 1
            self.peak = max(self.peak, self.live)
        weakref.finalize(tensor, self._disown, key)

    def owned(self, key: int) -> bool:
        return key in self._live

    @property
    def pooled(self) -> int:
        """Bytes that graphs keep for themselves."""
        return sum(self.pools.values())

    def _disown(self, key: int) -> None:
        with self._lock:
            storage = self._live[key]
            storage.owners -= 1
            if not storage.owners:
                del self._live[key]

    def _memory(self) -> tuple[int, int]:
        self._check()
        total = self.capacity or 80 << 30
        return total - self.live - self.pooled, total

    def _check(self) -> None:
        if self.lost is not None:
            raise torch.AcceleratorError(self.lost)

    def _wait(self, what: str) -> None:
        self._check()
        self.counts.waits += 1
        self.forbid(what)
        for source, copied in self._leaving:
            if not torch.equal(source, copied):
                self.fault("pinned memory changed while it was copied")
        self._leaving.clear()
        arriving, self._arriving = self._arriving, []
        for arrive in arriving:
            arrive()

    def run(self, func: Any, args: Any, kwargs: Any) -> Any:
        """One operation, of which something is on the device."""
        self._check()
        name = func._schema.name.split("::")[1]
        given = _tensors((args, kwargs))
        ours, others = (
            [t for t in given if isinstance(t, Pretended)],
            [t for t in given if not isinstance(t, Pretended)],
        )
        to_device, to_host = _named(args, kwargs) == "cuda", _named(args, kwargs) == "cpu"
        if to_host and torch._C._current_graph_task_id() != -1:  # autograd asks the C++ side, which says CPU
            to_device, to_host = True, False
        named = _bound(func, args, kwargs)
        if name in _COPIES and (found := self._copied(name, named, to_device, to_host)) is not None:
            return found[0]
        if name in _LOOKS or (name.startswith("index") and any(t.dtype == torch.bool for t in _tensors(args[1:2]))):
            self._wait(name)
        if ours and any(t.dim() for t in others):
            self.fault(f"two devices in {name}")
        if any(word in name for word in _RANDOM):
            self.forbid(f"{name} draws random numbers")
        bare_args, bare_kwargs = tree_map(_bare, (args, kwargs))
        if name in ("_local_scalar_dense", "item"):
            return func(*bare_args)
        if name == "mm" and "out_dtype" in {argument.name for argument in func._schema.arguments}:
            func, bare_args, bare_kwargs = _mm_in_float32, bare_args[:2], {}
        written = _written(func, args)
        if self.capturing():
            assert self.tape is not None
            out = self.tape.record(func, bare_args, bare_kwargs, [_bare(t) for t in written])
        else:
            out = func(*bare_args, **bare_kwargs)
        self._count(name, ours, out, written)
        return self._wrapped(out, [*written, *ours])

    def _count(self, name: str, ours: list[Any], out: Any, written: list[Any]) -> None:
        known = {_key(t.elem) for t in ours}
        made = [t for t in _tensors(out) if t.numel()]
        is_view = not written and all(_key(t) in known for t in made)
        if is_view or name.startswith(("empty", "new_empty")) or not (made or written):
            return
        kernels = _KERNELS.get(name, 1)
        self.counts.kernels += kernels
        self.counts.by[name] += kernels
        if self.capturing():
            assert self.tape is not None
            self.tape.kernels[name] += kernels
        else:
            self.counts.launches += kernels

    def _wrapped(self, out: Any, known: list[Pretended]) -> Any:
        """Results on the device; what an operation wrote in place is what it was given."""

        def wrap(value: Any) -> Any:
            if not isinstance(value, torch.Tensor) or isinstance(value, Pretended):
                return value
            same = [t for t in known if t.elem is value]
            return same[0] if same else Pretended(value, self)

        return tree_map(wrap, out)

    def _copied(self, name: str, named: dict[str, Any], to_device: bool, to_host: bool) -> tuple[Any] | None:
        """A copy between the host and the device; None for one that stays where it is."""
        target = named["self"] if name == "copy_" else None
        source = named["src" if name == "copy_" else "self"]
        from_host = not isinstance(source, Pretended) and (
            to_device if target is None else isinstance(target, Pretended)
        )
        from_device = isinstance(source, Pretended) and (
            to_host if target is None else not isinstance(target, Pretended)
        )
        if not (from_host or from_device) or not source.numel():
            return None
        patient, dtype = not named.get("non_blocking", False), named.get("dtype") or source.dtype
        self.forbid("a copy between host and device")
        if from_host:
            self.counts.copies += 1
            self.counts.bytes += source.numel() * source.element_size()
            if self.is_pinned(source) and not patient:
                self._leaving.append((source, source.clone()))
            else:
                self._wait("a copy from pageable memory")
            if isinstance(target, Pretended):
                target.elem.copy_(source)
                return (target,)
            return (Pretended(source.to(dtype).clone(), self),)
        if target is not None and not patient and self.is_pinned(target):
            taken = source.elem.clone()
            self._arriving.append(lambda: target.copy_(taken))
            return (target,)
        self._wait("a copy to the host")
        return (source.elem.to(dtype).clone() if target is None else target.copy_(source.elem),)


class Pretended(torch.Tensor):
    """A tensor on the device; `elem` has its values."""

    elem: torch.Tensor
    gpu: PretendedGpu

    @staticmethod
    def __new__(cls, elem: torch.Tensor, gpu: PretendedGpu) -> Pretended:
        made = torch.Tensor._make_wrapper_subclass(  # type: ignore[attr-defined]
            cls, elem.size(), strides=elem.stride(), storage_offset=elem.storage_offset(), dtype=elem.dtype,
            layout=elem.layout, device="cpu", requires_grad=False,
        )  # fmt: skip
        made.elem, made.gpu = elem, gpu
        gpu.own(made, elem)
        return made

    device = property(lambda self: CUDA)  # a CPU build has no guard for the real thing
    is_cuda = property(lambda self: True)
    is_cpu = property(lambda self: False)

    def __repr__(self, *, tensor_contents: object = None) -> str:
        return f"Pretended({tuple(self.shape)}, {self.dtype})"

    def tolist(self) -> Any:
        self.gpu._wait("tolist")
        return self.elem.tolist()

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        gpu = next(t for t in _tensors((args, kwargs)) if isinstance(t, Pretended)).gpu
        return gpu.run(func, args, kwargs or {})


class _Operations(TorchDispatchMode):
    """Sees what has no tensor of the device among its arguments: factories, copies to the device, work on the CPU."""

    def __init__(self, gpu: PretendedGpu) -> None:
        super().__init__()
        self.gpu = gpu

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if any(isinstance(t, Pretended) for t in _tensors((args, kwargs))) or _named(args, kwargs) == "cuda":
            return self.gpu.run(func, args, kwargs)
        if kwargs.get("pin_memory"):
            return self.gpu.pin(func(*args, **{**kwargs, "pin_memory": False}))
        if self.gpu.capturing() and func._schema.name not in ("aten::lift_fresh", "aten::detach", "aten::alias"):
            self.gpu.fault(f"in a capture: {func._schema.name} on the CPU")
        return func(*args, **kwargs)


class _Functions(TorchFunctionMode):
    """Attention is one operation, whose parts ask for a CUDA build; so is setting elements to a number."""

    def __init__(self, gpu: PretendedGpu) -> None:
        super().__init__()
        self.gpu = gpu

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if func is _real_attention and isinstance(args[0], Pretended):
            return _Attention.apply(self.gpu, args, kwargs) if torch.is_grad_enabled() else self._attended(args, kwargs)
        if (
            func is torch.Tensor.__setitem__
            and isinstance(args[0], Pretended)
            and not isinstance(args[2], torch.Tensor)
        ):
            args[0][args[1]].fill_(args[2])
            return None
        return func(*args, **kwargs)

    def _attended(self, args: Any, kwargs: Any) -> Any:
        self.gpu.counts.launches += 1
        self.gpu.counts.kernels += 1
        with torch._C.DisableTorchFunctionSubclass():
            return Pretended(_real_attention(*tree_map(_bare, args), **tree_map(_bare, kwargs)), self.gpu)


class _Attention:
    """With a gradient: of plain operations, which are counted one by one."""

    @staticmethod
    def apply(gpu: PretendedGpu, args: Any, kwargs: Any) -> Any:
        q, k, v = args[:3]
        mask = kwargs.get("attn_mask")
        scale = kwargs.get("scale") or q.shape[-1] ** -0.5
        share = q.shape[1] // k.shape[1]
        if share > 1:
            k, v = k.repeat_interleave(share, 1), v.repeat_interleave(share, 1)
        scores = (q @ k.transpose(-1, -2)).float() * scale
        if kwargs.get("is_causal"):
            mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=q.device).tril()
        if mask is not None:
            scores = scores.masked_fill(~mask, float("-inf")) if mask.dtype == torch.bool else scores + mask
        return scores.softmax(-1).to(v.dtype) @ v


class _Tape:
    """One captured graph: operations on the same storages, done again at each replay."""

    def __init__(self, gpu: PretendedGpu) -> None:
        self.gpu = gpu
        self.thread = threading.get_ident()
        self.kernels: Counter[str] = Counter()
        self._steps: list[tuple[Any, Any, Any, list[torch.Tensor]]] = []
        self._inside: set[int] = set()
        self._outside: dict[int, torch.Tensor] = {}
        self._kept: list[torch.Tensor] = []

    def record(self, func: Any, args: Any, kwargs: Any, written: list[torch.Tensor]) -> Any:
        """Note an operation. Nothing from outside is written, as on a GPU."""
        for tensor in _tensors((args, kwargs)):
            if _key(tensor) not in self._inside:
                self._outside[_key(tensor)] = tensor
        stand_ins = {id(t): t.clone() for t in written if _key(t) not in self._inside}
        back = {id(stand_in): t for t in written if (stand_in := stand_ins.get(id(t))) is not None}
        out = func(*tree_map(lambda x: stand_ins.get(id(x), x), args), **kwargs)
        out = tree_map(lambda x: back.get(id(x), x), out)
        known = {_key(t) for t in _tensors((args, kwargs))}
        fresh = [t for t in _tensors(out) if _key(t) not in known]
        for tensor in fresh:
            self._inside.add(_key(tensor))
            self._kept.append(tensor)
        if fresh or written:
            self._steps.append((func, args, kwargs, fresh))
        return out

    def replay(self) -> None:
        for key, tensor in self._outside.items():
            if not self.gpu.owned(key):
                self.gpu.fault(f"a replay reads freed memory {tuple(tensor.shape)}")
        for func, args, kwargs, results in self._steps:
            known = {_key(t) for t in _tensors((args, kwargs))}
            again = [t for t in _tensors(func(*args, **kwargs)) if _key(t) not in known]
            for old, new in zip(results, again, strict=True):
                old.copy_(new)


class _Graph:
    _gpu: PretendedGpu

    def __init__(self) -> None:
        self.tape: _Tape | None = None

    def replay(self) -> None:
        self._gpu._check()
        assert self.tape is not None, "nothing was captured"
        self._gpu.counts.launches += 1
        self._gpu.counts.kernels += sum(self.tape.kernels.values())
        self._gpu.counts.by += self.tape.kernels
        self.tape.replay()


class _Capture:
    def __init__(
        self, gpu: PretendedGpu, graph: _Graph, pool: object = None, capture_error_mode: str = "global"
    ) -> None:
        self._gpu, self._graph, self._pool = gpu, graph, pool if pool is not None else object()
        assert capture_error_mode == "thread_local", "a call in another thread would end the capture"

    def __enter__(self) -> None:
        gpu = self._gpu
        gpu._check()
        assert gpu.tape is None, "two captures at once"
        gpu.tape, self._before, self._peak = _Tape(gpu), gpu.live, gpu.peak
        gpu.peak = gpu.live
        gpu.counts.captures += 1

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        gpu = self._gpu
        self._graph.tape, gpu.tape = gpu.tape, None
        gpu.pools[self._pool] = max(gpu.pools.get(self._pool, 0), gpu.peak - self._before)
        gpu.peak = max(gpu.peak, self._peak)
        if error is None and gpu.fail_captures:
            raise gpu.fail_captures.pop(0)
        if error is not None:  # as the driver does, when a capture that has failed is ended
            raise torch.AcceleratorError("CUDA error: operation failed due to a previous error during capture")


class _Event:
    _gpu: PretendedGpu

    def __init__(self, **_: object) -> None:
        pass

    def record(self) -> None:
        self._gpu._check()

    def synchronize(self) -> None:
        self._gpu._wait("an event")


def _tensors(tree: Any) -> list[torch.Tensor]:
    return [leaf for leaf in tree_flatten(tree)[0] if isinstance(leaf, torch.Tensor)]


def _key(tensor: torch.Tensor) -> int:
    return tensor.untyped_storage()._cdata


def _bare(value: Any) -> Any:
    if isinstance(value, Pretended):
        return value.elem
    return torch.device("cpu") if isinstance(value, torch.device) else value


def _named(args: Any, kwargs: Any) -> str | None:
    """The kind of device that a call names."""
    return next((value.type for value in (*args, *kwargs.values()) if isinstance(value, torch.device)), None)


def _bound(func: Any, args: Any, kwargs: Any) -> dict[str, Any]:
    """Arguments by their names."""
    return {a.name: value for value, a in zip(args, func._schema.arguments, strict=False)} | kwargs


def _written(func: Any, args: Any) -> list[Any]:
    if not hasattr(func, "_schema"):
        return []
    marked = zip(args, func._schema.arguments, strict=False)
    return [t for t, a in marked if a.alias_info is not None and a.alias_info.is_write and isinstance(t, torch.Tensor)]


def _mm_in_float32(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return a.float() @ b.float()


def trains_on(gpu: PretendedGpu, patch: pytest.MonkeyPatch) -> None:
    """Let trainings load their models onto this device, in float32: autocast asks for a CUDA build."""
    from training.finetuning import base_model, finetune, scoring

    load = base_model.load_base_model

    def loaded(base: Any, device: torch.device, dtype: torch.dtype = torch.float32) -> Any:
        model = load(base, torch.device("cpu"), dtype)
        return _moved(model, gpu) if device.type == "cuda" else model

    patch.setattr(torch.__future__, "get_overwrite_module_params_on_conversion", lambda: True)  # not their storage
    for module in (base_model, finetune):
        patch.setattr(module, "load_base_model", loaded)
    for module in (scoring, finetune, base_model):
        patch.setattr(module, "product_dtype", lambda device: torch.float32)
    for module in (scoring, finetune):
        patch.setattr(module, "half_precision", lambda device: torch.autocast("cpu", enabled=False))


def _moved(module: Any, gpu: PretendedGpu) -> Any:
    """What `Module.to` does on a CUDA build, whose parameters cannot be exchanged here."""
    for part in module.modules():
        for name, parameter in part._parameters.items():
            if parameter is not None and not isinstance(parameter.data, Pretended):
                moved = Pretended(parameter.data, gpu)
                part._parameters[name] = torch.nn.Parameter(moved, requires_grad=parameter.requires_grad)
        for name, buffer in part._buffers.items():
            if buffer is not None and not isinstance(buffer, Pretended):
                part._buffers[name] = Pretended(buffer, gpu)
    if hasattr(module, "tie_weights"):
        module.tie_weights()
    return module
