"""What the bot takes of a small machine: memory and seconds of `say`, of a training, and of a bot with 64 voices.

    python -m tests.benchmarks.footprint [--answers 300] [--json]

Whole processes, as a shell starts them, in a home of their own with the default base and the bundled account. Peaks are
those that the kernel kept (`VmHWM`, `ru_maxrss`), in MiB, shared libraries included. Seconds are medians of three, and
depend on the machine; the last line is one JSON object.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from data.settings import load_settings
from tests.benchmarks.measuring import conclude, table

VOICES = 64
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
HANDLE = "vendo_floor3"


def run(home: Path, *command: str) -> tuple[float, float, str]:
    """Seconds, peak and output of a process; its children's memory is not counted."""
    started = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TWEETLIKE_")}
    environment |= {"TWEETLIKE_HOME": str(home), "TWEETLIKE_WANDB": "offline"}
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([sys.executable, "-m", *command], env=environment, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        output.seek(0)
        said = output.read()
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{said}")
    return seconds, used.ru_maxrss / 1024, said


def of_this_process(name: str) -> int:
    """VmRSS or VmHWM, in MiB."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) >> 10 if found else 0


def add_voices(home: Path) -> None:
    """The trained version once more for other accounts, until there are `VOICES`."""
    from data.accounts.store import find_account
    from data.models.registry import live_version
    from data.storage.database import connect
    from tests.benchmarks.load import make_voices

    settings = load_settings(home=home)
    db = connect(settings.database_path())
    live = live_version(db, find_account(db, HANDLE).id)
    assert live is not None
    trained = settings.models_path() / live.folder
    make_voices(settings, db, VOICES - 1, lambda staged, _: shutil.copytree(trained, staged, dirs_exist_ok=True))
    db.close()


async def serve(home: Path, answers: int) -> None:
    """A bot's service in this process: ready, with all voices resident, and after many answers. Prints JSON."""
    started = time.monotonic()
    from bot.app import open_service
    from bot.service.turns import Asker
    from data.models.bases import prepare_base_of

    settings = load_settings(home=home).model_copy(update={"person_cooldown_s": 0, "channel_cooldown_s": 0})
    async with open_service(settings, prepare_base_of(settings)) as service:
        facts = {"bot_ready_s": round(time.monotonic() - started, 1), "bot_loading_peak_mib": of_this_process("VmHWM")}

        async def ask(number: int) -> None:
            handle = HANDLE if number % VOICES == VOICES - 1 else f"voice{number % VOICES}"
            prompt = ("", "My dream is", "today i learned that")[number % 3]
            await service.answers.tweetlike(handle, prompt, asker=Asker("b", str(number), None, chat=str(number)))

        for number in range(VOICES):
            await ask(number)
        facts["bot_with_voices_mib"] = of_this_process("VmRSS")
        for first in range(0, answers, 4):  # four people at a time
            await asyncio.gather(*(ask(number) for number in range(first, min(first + 4, answers))))
        facts |= {"bot_after_mib": of_this_process("VmRSS"), "bot_peak_mib": of_this_process("VmHWM")}
    print(json.dumps(facts))


def measure(home: Path, answers: int) -> dict[str, float]:
    run(home, "tweetlike", "import", str(SAMPLE))
    seconds, peak, said = run(home, "tweetlike", "train", HANDLE, "--force")
    facts = {"training_s": round(seconds, 1), "training_peak_mib": round(peak)}
    facts["training_tokens_per_s"] = float(statistics.median(map(int, re.findall(r"(\d+) tokens/s", said))))
    says = [run(home, "tweetlike", "say", HANDLE, "My dream is") for _ in range(4)][1:]  # the first one packs
    facts["say_s"] = round(statistics.median(seconds for seconds, *_ in says), 2)
    facts["say_peak_mib"] = round(max(peak for _, peak, _ in says))
    add_voices(home)
    _, _, said = run(home, "tests.benchmarks.footprint", "--serve", str(home), "--answers", str(answers))
    return facts | json.loads(said.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=300, help="of the bot")
    parser.add_argument("--json", action="store_true", help="only the last line")
    parser.add_argument("--report", action="store_true", help="append to RESULTS.md")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        asyncio.run(serve(arguments.serve, arguments.answers))
        return
    with tempfile.TemporaryDirectory() as folder:
        facts = measure(Path(folder), arguments.answers)
    heading = f"## {date.today()} · footprint · {os.cpu_count()} cores, {VOICES} voices, {arguments.answers} answers"
    text = f"{heading}\n\n" + table(["", ""], [[name.replace("_", " "), value] for name, value in facts.items()])
    conclude(text, facts, shown=not arguments.json, report=arguments.report)


if __name__ == "__main__":
    main()
