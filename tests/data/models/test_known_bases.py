"""Base models by name: one revision each, listed with what they take, fetched as plain weights."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import transformers

from data.errors import BaseUnavailable
from data.models.bases import prepare_base
from data.models.known_bases import DEFAULT, KNOWN_BASES


def test_a_name_stands_for_one_revision() -> None:
    for base in KNOWN_BASES.values():
        assert re.fullmatch(r"[\w.-]+/[\w.-]+", base.hub_id)
        assert base.name == DEFAULT or re.fullmatch(r"[0-9a-f]{40}", str(base.revision)), base.name
        assert base.vocabulary < base.parameters
    assert len({base.revision for base in KNOWN_BASES.values()}) == len(KNOWN_BASES)


def test_a_known_base_is_asked_for_at_its_revision_and_with_the_token(
    tmp_path: Path, tiny_models: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hub is the only part that is not there: its files are the tiny model's."""
    asked: list[tuple[str, Any, Any, Any]] = []
    for library in (transformers.AutoConfig, transformers.AutoModelForCausalLM, transformers.AutoTokenizer):
        real = library.from_pretrained

        def fetched(source: str, *rest: Any, real: Any = real, **given: Any) -> Any:
            if "token" not in given:  # asked by the library itself
                return real(source, *rest, **given)
            asked.append((source, given.pop("revision"), given.pop("token"), given["trust_remote_code"]))
            return real(tiny_models["llama"], *rest, **given)

        monkeypatch.setattr(library, "from_pretrained", fetched)
    base = prepare_base("llama-3.2-1b", tmp_path, token="secret")
    known = KNOWN_BASES["llama-3.2-1b"]
    assert asked == [(known.hub_id, known.revision, "secret", False)] * 3
    assert (base.name, base.architecture) == ("llama-3.2-1b", "llama")


def test_what_cannot_be_fetched_says_how_to_bring_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise OSError("We couldn't connect to the hub.")

    monkeypatch.setattr(transformers.AutoConfig, "from_pretrained", unreachable)
    with pytest.raises(BaseUnavailable) as caught:
        prepare_base("gemma-3-270m", tmp_path)
    assert caught.value.reason == "We couldn't connect to the hub"
    assert "Accept its licence" in caught.value.fix
    assert f"--revision {KNOWN_BASES['gemma-3-270m'].revision}" in caught.value.fix
    with pytest.raises(BaseUnavailable, match="Where the hub can be reached"):
        prepare_base("gpt2", tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.suffix != ".lock"]
