"""Weights in int8: made once, kept, found damaged; their memory; and the first token, which they cannot hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from bot.generation.batching.adapter_slots import Bank
from bot.generation.batching.batch import Batch, Drafting
from bot.generation.model.adapters import load_adapter
from bot.generation.model.decoder import Decoder, attend_causally, no_adapter
from bot.generation.model.first_token import first_token
from bot.generation.model.linear import Int8Linear, Quantized, packing_works, quantize
from bot.generation.model.loading import load_decoder, packed_path, weight_bytes
from bot.generation.model.packed import FORMAT
from data.models.bases import Base
from data.models.framing import load_framing
from data.models.sampling import Sampling
from tests.conftest import random_adapter

CPU = torch.device("cpu")
pytestmark = pytest.mark.skipif(not packing_works("int8"), reason="this processor has no int8 product")


@pytest.fixture(autouse=True)
def inference() -> object:
    with torch.inference_mode():
        yield


@pytest.fixture(params=["gpt2", "llama"])
def base(request: pytest.FixtureRequest, tiny_bases: dict[str, Base]) -> Base:
    return tiny_bases[request.param]


def logits_of(decoder: Decoder, ids: list[int]) -> torch.Tensor:
    return decoder.logits(decoder.hidden(torch.tensor(ids), torch.arange(len(ids)), attend_causally, no_adapter))


def test_an_exact_product_loses_nothing_to_a_number_out_of_all_proportion() -> None:
    dice = torch.Generator().manual_seed(0)
    weight, x = torch.randn(96, 64, generator=dice), torch.randn(3, 64, generator=dice)
    x[0, 5], x[1] = 3000.0, 0.0
    quantized = quantize(weight, torch.rand(64, generator=dice) + 0.1)
    linear = Int8Linear(quantized, torch.ones(96))
    whole = quantized.weight.double() * quantized.scale[:, None] * quantized.inverse
    expected = x.double() @ whole.T + 1
    assert torch.allclose(linear.exact(x).double(), expected, rtol=1e-5, atol=1e-5 * expected.abs().max().item())
    small = (x[0].abs() < 5).nonzero()[:, 0]  # what the others of that row add is lost in one pass, and not in three
    own = (whole[:, small] @ x[0, small].double()).abs().mean()
    assert (linear(x)[0] - expected[0]).abs().mean() > 0.3 * own
    assert torch.equal(linear.exact(x)[1], torch.ones(96))


def test_the_first_token_of_a_base_is_exact_and_that_of_a_voice_nearly(base: Base, tmp_path: Path) -> None:
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "int8", CPU)
    whole = load_decoder(base.folder, "float32", CPU)
    random_adapter(tmp_path, base.folder, 1)
    for adapter, same in ((None, None), (load_adapter(tmp_path, decoder), load_adapter(tmp_path, whole))):
        found = first_token(decoder, framing.begin_id, adapter)
        assert first_token(decoder, framing.begin_id, adapter) is found, "read once"
        adapt = no_adapter if same is None else Bank(whole, same.rank, 1).add(same).adapt
        left: list[torch.Tensor] = []

        def attend(layer: int, q: torch.Tensor, kv: torch.Tensor, left: list[torch.Tensor] = left) -> torch.Tensor:
            left.append(kv[0].clone())
            return attend_causally(layer, q, kv)

        hidden = whole.hidden(torch.tensor([framing.begin_id]), torch.tensor([0]), attend, adapt)
        for one, other in ((found.logits, whole.logits(hidden)), (found.keys_and_values, torch.stack(left))):
            lost = 0.003 if adapter is None else 0.025  # embeddings are bfloat16
            assert torch.allclose(one, other, atol=lost * other.abs().max().item(), rtol=0)


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_what_is_drawn_leaves_the_first_token_as_it_was(base: Base, tmp_path: Path, rows: int) -> None:
    """A request for one row wrote what its tweet may not begin with into what all later ones begin from."""
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "int8", CPU)
    random_adapter(tmp_path, base.folder, 1)
    adapter = load_adapter(tmp_path, decoder)
    batch, written = Batch(decoder, framing.ending_ids(), 8, 64), []
    for _ in range(3):
        before = first_token(decoder, framing.begin_id, adapter).logits.clone()
        run = Drafting(framing.prompt(""), adapter, 1, list(range(rows)), Sampling(max_tokens=32, min_tokens=8))
        batch.join(run)
        while len(batch):
            batch.step()
        written.append(run.drafts)
        assert torch.equal(first_token(decoder, framing.begin_id, adapter).logits, before)
    assert written[0] == written[1] == written[2]


def test_packed_weights_are_kept_and_used_by_the_next_start(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "base.int8.safetensors"
    ids = load_framing(base.folder).tweet("a hum and a clunk")
    made = logits_of(load_decoder(base.folder, "int8", CPU, packed=kept), ids)
    assert torch.equal(made, logits_of(load_decoder(base.folder, "int8", CPU), ids)), "without a file"
    written = kept.stat().st_mtime_ns
    with monkeypatch.context() as packing:
        packing.setattr("bot.generation.model.packed.pack", lambda *_: pytest.fail("it was packed again"))
        assert torch.equal(made, logits_of(load_decoder(base.folder, "int8", CPU, packed=kept), ids))
    whole = kept.read_bytes()
    for damage in (whole[:-1], whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:], b""):
        kept.write_bytes(damage)
        assert torch.equal(made, logits_of(load_decoder(base.folder, "int8", CPU, packed=kept), ids))
        assert kept.read_bytes() == whole, "made again"
    facts = json.loads(kept.with_suffix(".json").read_text())
    for change in ({"format": FORMAT - 1}, {"torch": "1.0"}, {"sha256": "0"}):
        kept.with_suffix(".json").write_text(json.dumps({**facts, **change}))
        load_decoder(base.folder, "int8", CPU, packed=kept)
        assert json.loads(kept.with_suffix(".json").read_text()) == facts
    assert kept.stat().st_mtime_ns > written


def test_packed_weights_of_other_weights_are_not_used(base: Base, tiny_bases: dict[str, Base], tmp_path: Path) -> None:
    """A local folder whose model was trained on meanwhile."""
    from safetensors.torch import save_file

    kept, folder = tmp_path / "x.int8.safetensors", tmp_path / "model"
    folder.mkdir()
    for file in base.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    ids = load_framing(folder).tweet("a hum")
    before = logits_of(load_decoder(folder, "int8", CPU, packed=kept), ids)
    (folder / "base.json").unlink(missing_ok=True)
    tensors = {name: tensor * 1.5 for name, tensor in load_file(folder / "model.safetensors").items()}
    save_file(tensors, folder / "model.safetensors")
    after = logits_of(load_decoder(folder, "int8", CPU, packed=kept), ids)
    assert not torch.allclose(before, after, atol=1e-3)


def test_where_nothing_can_be_kept_it_is_served_all_the_same(
    base: Base, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ids = load_framing(base.folder).tweet("a hum")
    nowhere = tmp_path / "gone" / "x.int8.safetensors"
    made = logits_of(load_decoder(base.folder, "int8", CPU, packed=nowhere), ids)
    assert torch.equal(made, logits_of(load_decoder(base.folder, "int8", CPU), ids))
    assert "could not be kept" in caplog.text


def test_there_is_one_copy_of_the_weights(base: Base, tmp_path: Path) -> None:
    """Of each weight a byte, of each number of an embedding two: by the bytes of the tensors that are kept on disk."""
    kept = tmp_path / "x.int8.safetensors"
    load_decoder(base.folder, "int8", CPU, packed=kept)
    parts = load_file(kept)
    products = sum(part.nbytes for name, part in parts.items() if name.endswith(".weight") and part.dtype == torch.int8)
    plain = load_file(base.folder / "model.safetensors")
    matrices = sum(tensor.numel() for tensor in plain.values() if tensor.dim() == 2)
    embeddings = sum(part.numel() for part in parts.values() if part.dtype == torch.bfloat16)
    vocabulary = max(tensor.numel() for tensor in plain.values())
    assert products == matrices - embeddings + vocabulary, "the head's are the embedding's once more"
    without_scales = sum(part.nbytes for part in parts.values() if part.dtype != torch.float32)
    assert without_scales == pytest.approx(weight_bytes(base.folder, "int8"), rel=0.1)
    assert {part.dtype for part in parts.values()} == {torch.int8, torch.bfloat16, torch.float32}
    assert set(Quantized.PARTS) <= {name.rpartition(".")[2] for name in parts}


def test_a_base_keeps_its_packed_weights_beside_its_folder(tmp_path: Path) -> None:
    assert packed_path(tmp_path / "smollm2") == tmp_path / "smollm2.int8.safetensors"
