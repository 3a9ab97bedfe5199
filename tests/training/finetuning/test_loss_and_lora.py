"""The fast ways of training against the plain ones: the same loss, the same gradients, the same adapter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from bot.generation.model.adapters import load_adapter
from bot.generation.model.loading import load_decoder
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.recipes import Recipe
from data.tweets.split import Split
from training.finetuning import loss as loss_module
from training.finetuning.base_model import BaseModels, load_base_model
from training.finetuning.finetune import finetune
from training.finetuning.lora import fuse, load_weights, new_adapter, with_adapter
from training.finetuning.loss import padded, summed_loss, token_losses
from training.finetuning.scoring import score_texts

CPU = torch.device("cpu")
TEXTS = ["the moon is late", "hum", "exact change is a moral position, i believe", "no refunds before dawn"]
RECIPE = Recipe("default", "lora", epochs=1, learning_rate=1e-3, rank=4, alpha=8)


def inputs_of(base: Base) -> Any:
    framing = load_framing(base.folder)
    return padded([framing.tweet(text) for text in TEXTS], framing.end_id, CPU)


def plain_loss(model: Any, base: Base) -> torch.Tensor:
    """Each text alone, all logits at once."""
    framing = load_framing(base.folder)
    total = torch.zeros(())
    for text in TEXTS:
        ids = torch.tensor([framing.tweet(text)])
        total = total + F.cross_entropy(model(ids).logits[0, :-1], ids[0, 1:], reduction="sum")
    return total


@pytest.mark.parametrize("architecture", ["gpt2", "llama"])
def test_the_chunked_loss_has_the_value_and_the_gradients_of_the_plain_one(
    architecture: str, tiny_bases: dict[str, Base], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loss_module, "CHUNK", 5)  # several chunks, the last one partial
    base = tiny_bases[architecture]
    model = load_base_model(base, CPU).eval()
    plain = plain_loss(model, base)
    (plain / 7).backward()
    expected = {name: parameter.grad.clone() for name, parameter in model.named_parameters()}
    model.zero_grad()
    chunked = summed_loss(model, inputs_of(base), torch.float32)
    (chunked / 7).backward()
    assert chunked.item() == pytest.approx(plain.item(), rel=1e-5)
    for name, parameter in model.named_parameters():
        torch.testing.assert_close(parameter.grad, expected[name], rtol=1e-3, atol=1e-5)
    with torch.no_grad():
        each = token_losses(model, inputs_of(base), torch.float32)
    assert each.sum().item() == pytest.approx(plain.item(), rel=1e-5)
    assert len(each) == inputs_of(base).tokens == sum(inputs_of(base).lengths)


@pytest.mark.parametrize("architecture", ["gpt2", "llama"])
def test_a_fused_adapter_is_pefts_own(architecture: str, tiny_bases: dict[str, Base]) -> None:
    base = tiny_bases[architecture]
    fused = new_adapter(BaseModels().borrow(base, CPU).float(), base, RECIPE)
    generator = torch.Generator().manual_seed(0)
    trained = {name: p for name, p in fused.named_parameters() if p.requires_grad}
    with torch.no_grad():
        for parameter in trained.values():
            parameter.copy_(torch.randn(parameter.shape, generator=generator) * 0.3)
    loss = summed_loss(fused, inputs_of(base), torch.float32)
    loss.backward()
    found = {name: parameter.grad.clone() for name, parameter in trained.items()}
    for layer in fused.modules():
        layer.__dict__.pop("forward", None)  # back to PEFT's own way
    fused.zero_grad()
    plain = summed_loss(fused, inputs_of(base), torch.float32)
    plain.backward()
    assert loss.item() == pytest.approx(plain.item(), rel=1e-5)
    assert found
    for name, parameter in trained.items():
        torch.testing.assert_close(parameter.grad, found[name], rtol=1e-3, atol=1e-4)


def test_an_adapter_comes_off_without_a_trace_and_goes_on_again(tiny_bases: dict[str, Base], tmp_path: Path) -> None:
    base = tiny_bases["llama"]
    framing, models = load_framing(base.folder), BaseModels()
    model = models.borrow(base, CPU)
    bare = score_texts(model, framing, TEXTS, CPU)
    adapted = new_adapter(model, base, RECIPE)
    with torch.no_grad():
        for name, parameter in adapted.named_parameters():
            if "lora_B" in name:
                parameter.add_(0.1)
    changed = score_texts(adapted, framing, TEXTS, CPU)
    adapted.save_pretrained(tmp_path)
    with adapted.disable_adapter():
        assert score_texts(adapted, framing, TEXTS, CPU) == bare
    adapted.unload()
    assert models.borrow(base, CPU) is model
    assert score_texts(model, framing, TEXTS, CPU) == bare != changed
    with with_adapter(model, tmp_path) as again:
        assert score_texts(again, framing, TEXTS, CPU) == changed
    assert score_texts(model, framing, TEXTS, CPU) == bare
    fresh = new_adapter(model, base, RECIPE)
    load_weights(fresh, tmp_path)
    assert score_texts(fresh, framing, TEXTS, CPU) == changed
    fresh.unload()
    models.release()
    assert models.borrow(base, CPU) is not model


def test_layers_with_dropout_stay_pefts(tiny_bases: dict[str, Base]) -> None:
    from dataclasses import replace

    from peft.tuners.lora.layer import LoraLayer

    base = tiny_bases["llama"]
    adapted = new_adapter(BaseModels().borrow(base, CPU), base, replace(RECIPE, dropout=0.5))
    assert fuse(adapted) is adapted
    layers = [layer for layer in adapted.modules() if isinstance(layer, LoraLayer)]
    assert layers
    assert not any("forward" in layer.__dict__ for layer in layers)


def test_an_adapter_is_kept_as_it_is_served(tiny_bases: dict[str, Base], tmp_path: Path) -> None:
    """In half the bytes; what it predicts differs by no more than serving it in them does."""
    base = tiny_bases["llama"]
    split = Split(tuple(f"tweet number {n} about the moon" for n in range(60)), tuple(TEXTS), tuple(TEXTS))
    trained = finetune(base, split, replace(RECIPE, epochs=1), device=CPU, checkpoint=tmp_path / "c", key="k")
    trained.save(tmp_path / "v", base)
    exact = trained.score.bits_per_character
    trained.release()
    tensors = load_file(tmp_path / "v" / "adapter_model.safetensors")
    assert {tensor.dtype for tensor in tensors.values()} == {torch.bfloat16}
    models = BaseModels()
    with with_adapter(models.borrow(base, CPU), tmp_path / "v") as again:
        kept = score_texts(again, load_framing(base.folder), TEXTS, CPU).bits_per_character
    assert kept == pytest.approx(exact, rel=1e-3)
    decoder = load_decoder(base.folder, "bfloat16", CPU)
    adapter = load_adapter(tmp_path / "v", decoder)
    whole = sum(tensor.numel() for tensor in tensors.values())
    assert adapter.bytes == 2 * whole
