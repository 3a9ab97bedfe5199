"""Export: a version as a folder that plain `transformers` loads, adapter merged in, with its model card."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from data.errors import FolderNotEmpty
from data.models.bases import Base, quiet_transformers
from data.models.framing import load_framing
from data.models.registry import Version
from data.storage.sealed_folders import STAGING, move_into_place, seal, staging_folder


def export_version(version: Version, models: Path, base: Base, target: Path) -> None:
    """Write the folder, whole or not at all. Raises `FolderNotEmpty` if `target` holds something already.

    The exported tokenizer puts the token that begins a text before a prompt, as in training, and the generation
    settings are the bot's, so that `pipeline("text-generation", model=DIR)("My dream is")` behaves like the bot.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderNotEmpty(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    source = models / version.folder
    with staging_folder(target.parent) as staged:
        with quiet_transformers():
            _save_model(version, source, base, staged)
        _save_tokenizer(base if version.method == "lora" else None, source, staged)
        for name in ("README.md", "predictions.png", "scorecard.png"):
            if (source / name).exists():
                shutil.copy(source / name, staged / name)
        seal(staged)
        if target.exists():
            target.rmdir()
        move_into_place(staged, target)
    with suppress(OSError):  # another export may be at work beside this one
        (target.parent / STAGING).rmdir()


def _save_model(version: Version, source: Path, base: Base, staged: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, GenerationConfig

    folder = base.folder if version.method == "lora" else source
    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
    if version.method == "lora":
        from peft import PeftModel

        model = PeftModel.from_pretrained(model, source).merge_and_unload()
    framing = load_framing(folder)
    begin_id, end_id = framing.begin_id, framing.end_id
    model.config.bos_token_id = begin_id
    model.config.eos_token_id = model.config.pad_token_id = end_id
    model.generation_config = GenerationConfig(
        do_sample=True,
        temperature=version.sampling.temperature,
        top_k=version.sampling.top_k,
        top_p=version.sampling.top_p,
        max_length=version.sampling.max_tokens,
        min_length=version.sampling.min_tokens,
        sequence_bias=[[[end_id], version.sampling.end_bias]] if version.sampling.end_bias else None,
        bos_token_id=begin_id,
        eos_token_id=end_id,
        pad_token_id=end_id,
    )
    model.save_pretrained(staged, max_shard_size="100GB")


def _save_tokenizer(base: Base | None, source: Path, staged: Path) -> None:
    from tokenizers import Tokenizer
    from tokenizers.processors import TemplateProcessing

    folder = base.folder if base else source
    for name in ("tokenizer_config.json", "special_tokens_map.json"):
        if (folder / name).exists():
            shutil.copy(folder / name, staged / name)
    framing = load_framing(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    begin, end = (str(tokenizer.id_to_token(id)) for id in (framing.begin_id, framing.end_id))
    tokenizer.post_processor = TemplateProcessing(single=f"{begin} $A", special_tokens=[(begin, framing.begin_id)])
    tokenizer.save(str(staged / "tokenizer.json"))
    config = staged / "tokenizer_config.json"
    facts = json.loads(config.read_text()) if config.exists() else {}
    facts |= {"bos_token": begin, "eos_token": end, "pad_token": end}
    facts["tokenizer_class"] = "PreTrainedTokenizerFast"
    facts.pop("add_bos_token", None)
    facts.pop("add_prefix_space", None)
    config.write_text(json.dumps(facts, indent=2))
