"""The command line as scripts and people use it, in this process, on a tiny model."""

from __future__ import annotations

import base64
import errno
import json
import logging
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlite_utils import Database
from typer.testing import CliRunner, Result

import tweetlike
from data.accounts.store import find_account, list_accounts
from data.errors import (
    BaseUnavailable,
    BudgetSpent,
    CannotMeasure,
    ConsentNeeded,
    HubRefused,
    InvalidChoice,
    SourceOff,
    TweetlikeError,
    UnknownAccount,
    UnknownVersion,
)
from data.logs import set_up_logs
from data.maintenance.doctor import examine
from data.models.registry import live_version
from data.settings import Settings, load_settings
from data.tweets.store import load_tweets
from tests.conftest import SAMPLE, SHARED_TWEETS, MakeVoice, ScoreOf
from tests.peers.hub_api import TOKEN, hub
from tests.peers.networks import Network, serving

COMMANDS = (
    "demo run bot trainer import fetch refresh train score say models promote rollback export push forget optout "
    "consent policy doctor schedule avatar backup restore bases"
)


@pytest.fixture(autouse=True)
def in_this_home(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name, value in (
        ("HOME", settings.home),
        ("BASE", settings.base),
        ("WANDB", "disabled"),
        ("PRECISION", "float32"),
        ("MIN_CHARACTERS", "1000"),
    ):
        monkeypatch.setenv(f"TWEETLIKE_{name}", str(value))
    monkeypatch.chdir(tmp_path)
    yield
    logging.basicConfig(handlers=[logging.NullHandler()], force=True)


def call(*arguments: str, status: int = 0, text: str | None = None) -> Result:
    result = CliRunner().invoke(tweetlike.app, list(arguments), input=text)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result


@pytest.mark.parametrize("command", COMMANDS.split(" "))
def test_every_command_explains_itself(command: str) -> None:
    assert "Usage" in call(command, "--help").output


def test_bases_lists_what_there_is_and_makes_one_ready(tiny_models: dict[str, Path]) -> None:
    listed = call("bases").output
    assert re.search(r"qwen3-0.6b +1200 MB +908 MB +0.23× +119 +Apache-2.0$", listed, re.MULTILINE)
    found = json.loads(call("bases", "--json").stdout)["bases"]
    assert [(base["name"], base["ready"], base["gated"]) for base in found if base["gated"]] == [
        ("gemma-3-270m", False, True),
        ("llama-3.2-1b", False, True),
    ]
    ready = call("bases", str(tiny_models["gpt2"])).output
    assert "is ready (gpt2)" in ready
    assert f"set TWEETLIKE_BASE={tiny_models['gpt2']}" in ready
    with pytest.raises(BaseUnavailable):
        call("bases", "/nowhere/at/all")


def test_import_prints_the_identity_and_one_json_object_for_scripts() -> None:
    assert "711 downloaded = 56 retweets + 25 short + 625 kept + 5 duplicates" in call("import", str(SAMPLE)).output
    facts = json.loads(call("import", str(SAMPLE), "--cleaning", "reference", "--json").output)
    assert facts["handle"] == "vendo_floor3"
    assert facts["counts"] == {"downloaded": 711, "retweets": 56, "short": 25, "kept": 630}
    assert facts["new"] == 0
    facts = json.loads(call("import", str(SAMPLE), "--cleaning", "default", "--json").output)
    assert facts["counts"]["duplicates"] == 5


@pytest.mark.skipif(not SHARED_TWEETS.exists(), reason="the real tweets for measuring are not beside this checkout")
def test_the_reference_counts_of_a_real_account_come_out() -> None:
    path = SHARED_TWEETS / "dril.jsonl"
    facts = json.loads(call("import", str(path), "--handle", "dril", "--cleaning", "reference", "--json").output)
    assert facts["counts"] == {"downloaded": 3500, "retweets": 0, "short": 381, "kept": 3119}


def test_fetch_shows_the_costs_asks_and_downloads(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(handle="vendo_floor3", name="Vendo\x1b[2J\n$ rm")
    network.add(40)
    with pytest.raises(SourceOff):
        call("fetch", "vendo_floor3")
    monkeypatch.setenv("TWEETLIKE_X_TOKEN", "good")
    monkeypatch.setenv("TWEETLIKE_X_ACCEPT_TERMS", "true")
    with serving(network, "x") as url:
        monkeypatch.setenv("TWEETLIKE_X_URL", url)
        monkeypatch.setenv("TWEETLIKE_TOKEN_HOSTS", "127.0.0.1")
        said_no = call("fetch", "@Vendo_Floor3", text="n\n", status=1)
        assert "40 posts cost about $0.21; 4,998 are left of this month's budget" in said_no.output
        assert "is Vendo [2J $ rm on X" in said_no.output
        assert list_accounts(db) == []
        said_yes = call("fetch", "vendo_floor3", "--yes")
        assert "40 new tweets" in said_yes.output
        monkeypatch.setenv("TWEETLIKE_X_MONTHLY_POSTS", "46")
        with pytest.raises(BudgetSpent):
            call("fetch", "vendo_floor3", "--yes")
    assert len(load_tweets(db, find_account(db, "vendo_floor3").id)) == 40
    assert "@vendo_floor3 (x): no voice yet" in call("models").output


def test_policies_and_consents_are_shown_and_set(db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    assert "consent: optional (optional or required)." in call("policy").output
    assert call("policy", "mentions", "mask").output.startswith("mentions: mask")
    call("policy", "consent", "required")
    with pytest.raises(ConsentNeeded):
        call("say", "sample", "hum")
    assert "@sample agrees." in call("consent", "@Sample", "--note", "by mail").output
    assert "AI parody" in call("say", "sample", "hum").output
    assert "no longer agrees" in call("consent", "sample", "--withdraw").output
    with pytest.raises(ConsentNeeded):
        call("say", "sample", "hum")
    with pytest.raises(InvalidChoice):
        call("policy", "consent", "perhaps")
    assert "forgotten" in call("forget", "sample", "--yes").output, "whoever has not agreed can be deleted"


def test_a_small_import_says_how_much_is_missing(tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text("id,text\n1,one two three four\n")
    assert "needs 982 characters more" in call("import", "few.csv", "--handle", "few").output


def test_say_gives_the_same_texts_for_the_same_seed(make_voice: MakeVoice) -> None:
    make_voice()
    first = json.loads(call("say", "sample", "the", "moon", "--seed", "4", "--json").output)
    assert {"handle", "prompt", "seed", "version", "texts"} <= first.keys()
    assert (first["prompt"], first["version"], len(first["texts"])) == ("the moon", 1, 5)
    assert json.loads(call("say", "@SAMPLE", "the moon", "--seed", "4", "--json").output) == first
    shown = call("say", "sample", "--count", "2", "--seed", "4").output
    assert "AI parody" in shown
    assert "3 " not in shown.split("AI parody")[0].split("2  ")[0]


def test_an_import_shows_what_it_would_take_and_says_why_training_cannot_begin(tmp_path: Path) -> None:
    rows = [f"{n},kettle,RT @x: number {n} hums to the moon,2022-03-06" for n in range(30)]
    rows += ["77,toaster,somebody else's words,2022-03-06", "78,kettle,my own words about the lid,2022-03-06"]
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["id,screen_name,full_text,created", *rows]))
    shown = " ".join(call("import", str(path), "--handle", "kettle", "--dry-run").output.split())
    assert "@kettle: 31 tweets (csv). Nothing is stored." in shown
    assert "text from full_text, id from id, time from created, author from screen_name" in shown
    assert "Left out: 1 of other accounts." in shown
    with pytest.raises(UnknownAccount):
        call("models", "kettle")
    done = " ".join(call("import", str(path), "--handle", "kettle").output.split())
    assert "30 of 31 are retweets, or quote others." in done
    assert "Next: tweetlike train" not in done


def test_say_answers_for_a_mix(make_voice: MakeVoice) -> None:
    make_voice("sample")
    make_voice("other", 2)
    assert "sample × other, 70 : 30" in " ".join(call("say", "sample*0.7+other*0.3", "hum").output.split())
    with pytest.raises(UnknownAccount):
        call("say", "sample+nobody", "hum")


def test_models_promote_rollback_and_forget(make_voice: MakeVoice, db: Database) -> None:
    assert json.loads(call("models", "--json").output) == {"accounts": []}
    assert "No accounts yet" in call("models").output
    account, _ = make_voice()
    make_voice(seed=2, live=False)
    listed = json.loads(call("models", "--json").output)["accounts"][0]
    assert (listed["handle"], listed["live"]) == ("sample", 1)
    assert [version["state"] for version in listed["versions"]] == ["candidate", "live"]
    assert "version 2 is live" in call("promote", "sample", "2").output
    assert "version 1 is live again" in call("rollback", "sample").output
    live = live_version(db, account.id)
    assert live
    assert live.number == 1
    call("forget", "sample", status=1, text="n\n")
    assert "opted out" in call("optout", "sample", "--yes").output
    assert "opted out" in call("optout", "stranger").output
    with pytest.raises(TweetlikeError):
        call("import", str(SAMPLE), "--handle", "stranger")


def test_what_only_a_restore_has_put_aside_is_asked_about_before_it_is_forgotten(
    make_voice: MakeVoice, db: Database, tmp_path: Path
) -> None:
    settings = load_settings()
    make_voice("stays")
    call("backup", str(tmp_path / "b"))
    make_voice("goes")
    db.close()
    call("restore", str(tmp_path / "b"))
    [aside] = settings.home.glob("before-restore-*")
    assert "put aside of @goes" in call("forget", "goes", status=1, text="n\n").output

    def kept() -> int:
        with closing(sqlite3.connect(aside / "tweetlike.db")) as there:
            return int(there.execute("SELECT count(*) FROM accounts WHERE handle = 'goes'").fetchone()[0])

    assert kept() == 1
    assert "is forgotten" in call("forget", "goes", text="y\n").output
    assert kept() == 0
    with pytest.raises(UnknownAccount):
        call("forget", "goes", "--yes")


def test_a_score_is_a_table_for_people_and_json_for_scripts(make_voice: MakeVoice, score_of: ScoreOf) -> None:
    _, version = make_voice()
    score_of(version, guesses=8)
    text = call("score", "sample").output
    for expected in ("untuned", "told apart", "0.612", "the real one found"):
        assert expected in " ".join(text.split()), expected
    facts = json.loads(call("score", "@sample", "1", "--json").output)
    assert facts["version"] == 1
    assert facts["told_apart"] == {
        "value": 0.612,
        "low": 0.58,
        "high": 0.65,
        "floor": 0.981,
        "ceiling": 0.5,
        "others": None,
    }
    assert facts["found_by_people"]["value"] == 0.75
    with pytest.raises(UnknownVersion):
        call("score", "sample", "9")
    (Path(load_settings().models_path()) / version.folder / "adapter_model.safetensors").write_bytes(b"x")
    with pytest.raises(CannotMeasure):
        call("score", "sample", "--fresh")


def test_push_needs_a_token_and_leaves_nothing_behind(
    make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    make_voice()
    with hub() as server:
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
        monkeypatch.setenv("TWEETLIKE_HUB_ENDPOINT", server.address)
        monkeypatch.setenv("TWEETLIKE_TOKEN_HOSTS", "127.0.0.1")
        monkeypatch.setenv("TWEETLIKE_HUB_TOKEN", "hf_wrong")
        with pytest.raises(HubRefused):
            call("push", "sample", "someone/voice")
        monkeypatch.setenv("TWEETLIKE_HUB_TOKEN", TOKEN)
        assert "someone/voice (private)" in call("push", "sample", "someone/voice").output
        assert server.repos["someone/voice"]["private"]
    assert not [path for path in settings.home.iterdir() if path.name.startswith("tmp")]


def test_errors_are_one_sentence_and_exit_status_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["tweetlike", "say", "nobody", "hi"])
    with pytest.raises(SystemExit) as caught:
        tweetlike.main()
    assert caught.value.code == 1
    assert "I don't know @nobody" in capsys.readouterr().err


def test_what_ends_a_command_is_printed_without_secrets(tmp_path: Path) -> None:
    """A token may stand in the address that could not be reached."""
    program = """
import os
import sys
import data.storage.database
import tweetlike

def broken(*_, **__):
    raise RuntimeError("no answer from " + os.environ["TWEETLIKE_X_TOKEN"])

data.storage.database.connect = broken
sys.argv = ["tweetlike", "models"]
tweetlike.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TWEETLIKE_HOME": str(tmp_path), "TWEETLIKE_X_TOKEN": "AAAA-very-secret"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert "RuntimeError: no answer from [secret]" in done.stderr
    assert "very-secret" not in done.stderr + done.stdout


def test_train_and_refresh_do_the_work_here_when_no_trainer_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from data.models.recipes import RECIPES, Recipe

    monkeypatch.setitem(
        RECIPES, "quick", Recipe("quick", "lora", 2, 2e-2, rank=4, alpha=8, batch_tokens=2048, dropout=0.0)
    )
    call("import", str(SAMPLE))
    output = call("train", "vendo_floor3", "--recipe", "quick").output
    assert "Version 1 is live" in output
    assert "0 new tweets" in call("refresh", "vendo_floor3").output
    assert "lora  quick" in call("models").output
    with pytest.raises(TweetlikeError):
        call("train", "vendo_floor3", "--recipe", "magic")


def test_an_export_is_loaded_by_plain_transformers_and_matches_the_adapter(
    make_voice: MakeVoice, settings: Settings, tmp_path: Path
) -> None:
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, pipeline

    _, version = make_voice()
    assert "pipeline" in call("export", "sample", str(tmp_path / "out")).output
    generator = pipeline("text-generation", model=str(tmp_path / "out"))
    texts = generator("My dream is", num_return_sequences=5)
    assert len(texts) == 5
    assert all(item["generated_text"].startswith("My dream is") for item in texts)
    assert generator.tokenizer("hum").input_ids[0] == 0
    assert (tmp_path / "out" / "README.md").read_text() == "card"
    bases = list((settings.home / "bases").glob("local-*/config.json"))
    plain = AutoModelForCausalLM.from_pretrained(bases[0].parent, dtype=torch.float32)
    adapted = PeftModel.from_pretrained(plain, settings.models_path() / version.folder)
    ids = torch.tensor([[0, 5, 9]])
    merged = AutoModelForCausalLM.from_pretrained(tmp_path / "out", dtype=torch.float32)
    with torch.no_grad():
        assert torch.allclose(merged(ids).logits, adapted(ids).logits, atol=1e-3)
    with pytest.raises(TweetlikeError):
        call("export", "sample", str(tmp_path / "out"))
    call("export", "sample", str(tmp_path / "second"), "--version", "1")


def test_doctor_finds_faults_gives_fixes_and_shows_no_secret(
    make_voice: MakeVoice, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
    monkeypatch.setenv("TWEETLIKE_TELEGRAM_TOKEN", token)
    monkeypatch.setenv("TWEETLIKE_DISCORD_TOKEN", "short-and-wrong-secret")
    _, version = make_voice()
    result = call("doctor", "--json", status=1)
    report = json.loads(result.output)
    states = {check["name"]: check["state"] for check in report["checks"]}
    assert not report["ok"]
    assert states["telegram token"] == "ok"
    assert states["discord token"] == "problem"
    assert states["database"] == states["voices"] == states["device"] == "ok"
    assert token not in result.output
    assert "short-and-wrong-secret" not in result.output
    assert all(check["fix"] for check in report["checks"] if check["state"] != "ok")
    (settings.models_path() / version.folder / "adapter_model.safetensors").write_bytes(b"bad")
    assert "✗ voices" in call("doctor", status=1).output
    broken = settings.model_copy(update={"home": Path("/proc/nowhere")})
    assert {check.name for check in examine(broken) if check.state == "problem"} >= {"home", "database"}


def test_a_home_that_cannot_be_used_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from data.errors import HomeUnusable

    monkeypatch.setenv("TWEETLIKE_HOME", "/proc/nowhere")
    for command in (["demo"], ["say", "x"], ["models"], ["train", "x"], ["trainer"]):
        with pytest.raises(HomeUnusable):
            call(*command)


def test_what_may_not_be_used_and_who_cannot_be_asked_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], make_voice: MakeVoice
) -> None:
    make_voice()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/home/logs")

    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["tweetlike", "models"])
        patch.setattr("data.commands.open_database", refused)
        with pytest.raises(SystemExit):
            tweetlike.main()
    assert "/srv/home/logs: Permission denied" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "argv", ["tweetlike", "forget", "sample"])
    with pytest.raises(SystemExit):
        tweetlike.main()
    assert "--yes" in capsys.readouterr().err


def test_settings_come_from_the_environment_and_bad_ones_are_named_without_their_value(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from data.errors import InvalidSettings

    home = Path(os.environ["TWEETLIKE_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    (home / ".env").write_text("TWEETLIKE_DISCORD_ADMINS=12, 34\nTWEETLIKE_DISCORD_TOKEN=secret-in-file\n")
    settings = load_settings()
    assert settings.discord_admins == {12, 34}
    assert "secret-in-file" not in repr(settings)
    monkeypatch.setenv("TWEETLIKE_DEVICE", "quantum-secret")
    with pytest.raises(InvalidSettings) as caught:
        load_settings()
    assert "TWEETLIKE_DEVICE" in caught.value.problems[0]
    assert "quantum-secret" not in str(caught.value.problems)


def test_the_folder_one_stands_in_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A stranger's folder sent the tokens of whoever stood in it to its author's address."""
    from data.errors import InvalidSettings

    stranger = tmp_path / "downloaded"
    stranger.mkdir()
    (stranger / ".env").write_text("TWEETLIKE_X_URL=http://127.0.0.1:1\nTWEETLIKE_FILTER=off\n")
    monkeypatch.chdir(stranger)
    assert (load_settings().x_url, load_settings().filter) == ("https://api.x.com", "standard")
    monkeypatch.setenv("TWEETLIKE_ENV_FILE", str(stranger / ".env"))
    assert load_settings().filter == "off", "unless it is named"
    monkeypatch.setenv("TWEETLIKE_ENV_FILE", str(stranger / "gone"))
    with pytest.raises(InvalidSettings, match="TWEETLIKE_ENV_FILE"):
        load_settings()


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as it is called, in a process of its own."""
    command = [sys.executable, "-m", "tweetlike", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False, timeout=60)


def test_help_makes_no_home(tmp_path: Path) -> None:
    assert process("models", "--help", TWEETLIKE_HOME=str(tmp_path / "new")).returncode == 0
    assert not (tmp_path / "new").exists()


def test_a_file_of_settings_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "mine.env").write_text("TWEETLIKE_DEVICE=quantum\n")
    done = process("--env-file", str(tmp_path / "mine.env"), "models")
    assert done.returncode == 1
    assert b"TWEETLIKE_DEVICE" in done.stderr


def test_whoever_reads_may_stop_reading(settings: Settings, db: Database, make_voice: MakeVoice) -> None:
    for number in range(3):
        make_voice(f"voice{number}", number)
    command = f"{sys.executable} -m tweetlike models | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() in ("0", "141")
    assert not done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_letters_ends_no_command(encoding: str, db: Database, make_voice: MakeVoice) -> None:
    make_voice()
    for command in (["say", "sample", "the moon", "--seed", "3"], ["doctor"], ["models"]):
        done = process(*command, PYTHONIOENCODING=encoding)
        assert b"UnicodeEncodeError" not in done.stderr
        assert done.stdout


def test_a_full_disk_is_called_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """SQLite says "input/output error" where it cannot make its files."""
    import shutil

    class Full:
        free = 0

    def no_room(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
        raise error

    monkeypatch.setattr("data.storage.database._migrate", no_room)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Full)
    monkeypatch.setattr("sys.argv", ["tweetlike", "models"])
    with pytest.raises(SystemExit):
        tweetlike.main()
    assert "the disk is full" in capsys.readouterr().err


def test_what_a_file_calls_itself_sends_a_terminal_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "\x1b]0;PWNED\x07\x1b[2J\n2026-11-27 10.00.00,000 CRITICAL root disk stolen"
    file = tmp_path / f"{name.replace('/', '')}.js"
    file.write_text("window.YTD.tweets.part0 = [{")
    monkeypatch.setattr("sys.argv", ["tweetlike", "import", str(file)])
    with pytest.raises(SystemExit):
        tweetlike.main()
    said = capsys.readouterr().err
    assert "PWNED" in said
    assert "\x1b" not in said
    assert len(said.strip().splitlines()) == 1


def test_a_message_is_one_line_of_a_log(tmp_path: Path) -> None:
    set_up_logs(load_settings(), file=tmp_path / "l" / "x.log")
    logging.getLogger("x").warning("reading %s", "a\n2026-11-27 10:00:00,000 CRITICAL root: disk stolen\x1b[2J")
    logging.getLogger("x").error("with a traceback", exc_info=ValueError("kept\nas it is"))
    lines = (tmp_path / "l" / "x.log").read_text().splitlines()
    assert not any(line.startswith("2026-11-27 10:00") for line in lines)
    assert "\x1b" not in lines[0]
    assert any("as it is" in line for line in lines)


@pytest.mark.parametrize("form", ["quoted", "base64", "json", "plain"])
def test_a_secret_is_struck_in_every_form(form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = 'p/a+ss"wörd-of-x'
    monkeypatch.setenv("TWEETLIKE_X_TOKEN", secret)
    set_up_logs(load_settings(), file=tmp_path / "l" / "x.log")
    forms = {
        "quoted": quote(secret, safe=""),
        "base64": base64.b64encode(secret.encode()).decode(),
        "json": json.dumps({"token": secret}),
        "plain": secret,
    }
    logging.getLogger("x").warning("GET /?t=%s", forms[form])
    assert "[secret]" in (tmp_path / "l" / "x.log").read_text()


def test_tokens_never_reach_a_log(tmp_path: Path) -> None:
    set_up_logs(load_settings(), file=tmp_path / "l" / "x.log")
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
    logging.getLogger("x").warning("GET https://api/bot%s/getMe", token)
    try:
        raise RuntimeError(f"failed with {token}")
    except RuntimeError:
        logging.getLogger("x").exception("oh")
    logging.getLogger("httpx").info("never shown")
    content = (tmp_path / "l" / "x.log").read_text()
    assert "AAHdqTcv" not in content
    assert "[token]" in content
    assert "never shown" not in content


def test_a_schedule_is_checked_and_stored(db: Database) -> None:
    from data.accounts.store import find_account

    call("import", str(SAMPLE))
    assert "0 */6 * * *" in call("schedule", "vendo_floor3", "0 */6 * * *").output
    assert find_account(db, "vendo_floor3").refresh_every == "0 */6 * * *"
    with pytest.raises(TweetlikeError):
        call("schedule", "vendo_floor3", "sometimes")


def test_the_demo_trains_once_answers_and_the_second_time_only_answers(
    settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real demo with its real trainer process; `quick` on a model that is tiny."""
    first = CliRunner().invoke(tweetlike.app, ["demo"], input="")
    assert first.exit_code == 0, first.output
    assert "Version 1 is live" in first.output
    assert "AI parody" in first.output
    started = time.monotonic()
    second = call("demo")
    assert time.monotonic() - started < 30
    assert "Training" not in second.output
    assert "AI parody" in second.output
    assert len(list(db.query("SELECT * FROM versions"))) == 1


def test_the_bot_without_a_token_talks_in_the_terminal(make_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    make_voice()
    monkeypatch.setattr(sys, "stdin", io.StringIO("/tweetlike sample the moon\n/models\nhello\n/quit\n"))
    result = CliRunner().invoke(tweetlike.app, ["bot"], input="/tweetlike sample the moon\n/models\nhello\n/quit\n")
    assert result.exit_code == 0, result.output
    assert "No token is set" in result.output
    assert "AI parody" in result.output
    assert "Commands begin with a slash." in result.output


def test_version_and_help_say_what_this_is_and_every_command_has_its_panel() -> None:
    shown = CliRunner().invoke(tweetlike.app, ["--version"])
    assert re.fullmatch(r"tweetlike \d+\.\d+\.\d+\n", shown.output)
    text = CliRunner().invoke(tweetlike.app, ["--help"]).output
    assert all(f"─ {panel} ─" in text for panel in ("Start", "Voices", "Tweets", "People", "Upkeep"))
    assert "─ Commands ─" not in text, "a command without a panel"
