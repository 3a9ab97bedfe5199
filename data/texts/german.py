"""German for what members of a chat may read. What only operators meet stays in English, like the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data import errors
from data.texts.sentence import Audience, Sentence, Table, either, listed, shortened

_REASONS = {
    "slur": "herabsetzend",
    "personal data": "persönliche Daten",
    "invitation": "Einladung",
    "swearing": "Schimpfwort",
    "link": "Link",
    "the operator's list": "steht auf der Liste des Betreibers",
}


def explain(error: errors.TweetlikeError, audience: Audience) -> str | None:
    """One or two sentences: what happened, what to do; None for what only operators meet."""
    sentence = TABLE.get(type(error))
    return None if sentence is None else sentence.to(audience, error)


def _unknown(error: errors.UnknownAccount) -> str:
    if error.suggestions:
        return f"Ich kenne @{error.handle} nicht. Meinst du {either(error.suggestions, 'oder')}?"
    here = f" Frag nach {either(error.voices, 'oder')}." if error.voices else ""
    return f"Ich kenne @{error.handle} nicht.{here}"


def _no_voice(error: errors.NoVoiceYet) -> str:
    if error.training:
        return f"@{error.handle} lernt noch sprechen. Versuch es, wenn das Training fertig ist."
    return f"@{error.handle} hat noch keine Stimme."


def _unless_training(advice: str) -> Callable[[Any], str]:
    return lambda error: "" if error.training else advice.format(e=error)


TABLE: Table = {
    errors.InvalidHandle: Sentence(
        lambda e: (
            f"{shortened(e.text)} ist kein Name, den ich lesen kann. Namen sehen so aus: {listed(e.forms, 'oder')}."
        )
    ),
    errors.InvalidChoice: Sentence(lambda e: f"{shortened(e.value)} geht nicht für {e.name}."),
    errors.PromptTooLong: Sentence(
        "Dieser Anfang hat {e.length} Zeichen; ein Tweet lässt Platz für {e.limit}. Kürze ihn."
    ),
    errors.UnknownAccount: Sentence(_unknown),
    errors.AlreadyForgotten: Sentence("Dieses Konto ist schon gelöscht."),
    errors.QuestionExpired: Sentence("Diese Frage ist zu alt. Es ist nichts geschehen; frag noch einmal."),
    errors.NoVoiceYet: Sentence(
        _no_voice,
        member=_unless_training("Ein Admin kann sie trainieren: /retrain {e.handle}."),
        operator=_unless_training("Trainiere sie: /retrain {e.handle}."),
    ),
    errors.NoScoreYet: Sentence("Version {e.number} von @{e.handle} ist noch nicht gemessen worden."),
    errors.UnknownVersion: Sentence("@{e.handle} hat keine Version {e.number}, die sprechen kann."),
    errors.NoEarlierVersion: Sentence("@{e.handle} hat keine andere Version, zu der es zurückginge."),
    errors.UnknownGeneration: Sentence("Diese Antwort ist zu alt für ihren Knopf. Frag neu mit /tweetlike."),
    errors.PromptForgotten: Sentence("Ich weiß nicht mehr, was hier stand. Tipp es noch einmal."),
    errors.NothingToCancel: Sentence("Für @{e.handle} läuft oder wartet gerade nichts."),
    errors.NotEnoughForAGame: Sentence(
        "Von @{e.handle} gibt es keinen Tweet, den die Stimme nicht kennt. Versuch eine andere."
    ),
    errors.RoundOver: Sentence("Diese Runde ist vorbei. Beginn eine neue mit /realorfake."),
    errors.ConversationOver: Sentence("Sie reden schon nicht mehr. Beginn neu mit /talk."),
    errors.NothingOriginal: Sentence("@{e.handle} fielen dazu nur echte Tweets ein. Versuch einen anderen Anfang."),
    errors.OptedOut: Sentence("@{e.handle} möchte nicht nachgeahmt werden. Hier geschieht das nicht."),
    errors.ConsentNeeded: Sentence("@{e.handle} hat nicht zugestimmt, und hier sprechen nur Stimmen, die das haben."),
    errors.RefusedContent: Sentence(
        lambda e: f"Das schreibe ich nicht ({_REASONS.get(e.reason, e.reason)}). Versuch einen anderen Anfang."
    ),
    errors.SwitchedOff: Sentence(
        "Hier bin ich ausgeschaltet. Wer diesen Ort verwaltet, kann das mit /settings ändern."
    ),
    errors.OtherChannels: Sentence("Nicht in diesem Kanal: hier ist ausgewählt, in welchen ich antworte."),
    errors.NotHere: Sentence(
        lambda e: (
            f"@{e.handle} spricht hier nicht. "
            + (f"Frag nach {either(e.voices, 'oder')}." if e.voices else "Das lässt sich mit /settings ändern.")
        )
    ),
    errors.ForAdults: Sentence("@{e.handle} spricht nur in Kanälen für Erwachsene, wo das erlaubt worden ist."),
    errors.OwnPlaceOnly: Sentence("Das darf nur ändern, wer diesen Server oder diese Gruppe verwaltet."),
    errors.OthersMessage: Sentence(
        "Nur wer eine Nachricht geschrieben hat, kann eine Stimme damit weitermachen lassen."
    ),
    errors.AdminsOnly: Sentence("Das dürfen nur Admins dieses Bots."),
    errors.OperatorsOnly: Sentence("Das dürfen nur die Betreiber dieses Bots."),
    errors.AllowanceSpent: Sentence(
        "Dein Server hatte seine {e.limit} Trainings für heute. Versuch es morgen, oder frag die Betreiber des Bots."
    ),
    errors.RequesterOnly: Sentence("Diese Knöpfe darf nur drücken, wer gefragt hat. Frag selbst mit /tweetlike."),
    errors.Busy: Sentence(
        "Ich habe zu tun: du wärst Nummer {e.position} in der Schlange. Versuch es gleich noch einmal."
    ),
    errors.QuietNow: Sentence("In der Ruhezeit ({e.hours} UTC) beginnt kein Training. Versuch es danach."),
    errors.StillTraining: Sentence(
        "Für deinen Server wird schon @{e.handle} trainiert. Frag wieder, wenn das fertig ist."
    ),
    errors.Restarting: Sentence("Ich werde gerade neu gestartet. Frag in einer Minute noch einmal."),
    errors.AlreadyAsking: Sentence("Ich schreibe noch an deinem letzten. Frag wieder, wenn er da ist."),
    errors.AlreadyTalking: Sentence(
        "Hier reden schon Stimmen miteinander. Frag, wenn sie fertig sind, oder halt sie an."
    ),
    errors.SavingNow: Sentence("Ich speichere gerade etwas Großes. Dein Druck zählt, sobald das fertig ist."),
    errors.CoolingDown: Sentence(lambda e: f"Eins nach dem anderen: frag in {max(1, round(e.wait_s))} s wieder."),
    errors.DeadlineExceeded: Sentence(
        "Das hat länger als {e.waited_s:.0f} s gedauert, ich habe aufgegeben. Versuch es gleich noch einmal."
    ),
    errors.EngineFault: Sentence(
        "Beim Schreiben ist etwas zerbrochen. Ich habe mich neu gestartet; versuch es noch einmal."
    ),
}
"""The errors in the order of `data.errors`."""
