"""German for what members of a chat may read. What only operators meet stays in English, like the command line."""

from __future__ import annotations

from data import errors

BROKEN = "Da ist etwas schiefgegangen. Wer mich betreibt, findet den Grund im Protokoll."
ASK_BEGINNING, ASK_REPLY = "Wie sollen die Tweets anfangen?", "Antworte auf diese Nachricht."
PRIVACY = (
    "Was ich aufbewahre: Tweets der Konten, die ein Betreiber hinzugefügt hat, bis das Konto vergessen wird; worum man "
    "mich gebeten hat, mit einer Nummer statt eines Namens, damit die Knöpfe gehen; Tipps im Spiel. Keine anderen "
    "Nachrichten. Bist du eines der Konten und willst nicht nachgeahmt werden, sag es dem Betreiber: "
    "`tweetlike optout HANDLE` löscht Tweets, Stimmen und Antworten in Sekunden und weist den Namen für immer ab."
)
_REASONS = {
    "slur": "herabsetzend",
    "personal data": "persönliche Daten",
    "invitation": "Einladung",
    "swearing": "Schimpfwort",
    "link": "Link",
}


def in_line(position: int) -> str:
    return f"Du bist Nummer {position} in der Schlange …"


def explain(error: errors.TweetlikeError) -> str | None:
    """One or two sentences: what happened, what to do; None for what only operators meet."""
    match error:
        case errors.InvalidHandle(text):
            shown = repr(text if len(text) <= 40 else text[:40] + "…")
            return (
                f"{shown} ist kein Name, den ich lesen kann. Nimm einen von X (Buchstaben, Ziffern, _; höchstens 15), "
                "name.bsky.social oder user@instanz."
            )
        case errors.UnknownAccount(handle, suggestions, voices):
            if suggestions:
                return f"Ich kenne @{handle} nicht. Meinst du {_either(suggestions)}?"
            if voices:
                return f"Ich kenne @{handle} nicht. Frag nach {_either(voices)}."
            return f"Ich kenne @{handle} nicht."
        case errors.NoVoiceYet(handle, training):
            if training:
                return f"@{handle} lernt noch sprechen. Versuch es, wenn das Training fertig ist."
            return f"@{handle} hat noch keine Stimme. Ein Admin kann sie trainieren: /retrain {handle}."
        case errors.NoScoreYet(handle, number):
            return f"Version {number} von @{handle} ist noch nicht gemessen worden."
        case errors.UnknownVersion(handle, None):
            return f"@{handle} hat keine andere Version, zu der es zurückginge."
        case errors.UnknownVersion(handle, number):
            return f"@{handle} hat keine Version {number}, die sprechen kann."
        case errors.OptedOut(handle):
            return f"@{handle} möchte nicht nachgeahmt werden. Hier geschieht das nicht."
        case errors.ConsentNeeded(handle):
            return f"@{handle} hat nicht zugestimmt, und hier sprechen nur Stimmen, die das haben."
        case errors.PromptTooLong(length, limit):
            return f"Dieser Anfang hat {length} Zeichen; ein Tweet lässt Platz für {limit}. Kürze ihn."
        case errors.Busy(position):
            return f"Ich habe zu tun: du wärst Nummer {position} in der Schlange. Versuch es gleich noch einmal."
        case errors.Restarting():
            return "Ich werde gerade neu gestartet. Frag in einer Minute noch einmal."
        case errors.RefusedContent(reason):
            return f"Das schreibe ich nicht ({_REASONS.get(reason, reason)}). Versuch einen anderen Anfang."
        case errors.AlreadyAsking():
            return "Ich schreibe noch an deinem letzten. Frag wieder, wenn er da ist."
        case errors.CoolingDown(wait_s):
            return f"Eins nach dem anderen: frag in {max(1, round(wait_s))} s wieder."
        case errors.NotEnoughForAGame(handle):
            return f"Von @{handle} gibt es keinen Tweet, den die Stimme nicht kennt. Versuch eine andere."
        case errors.NothingToCancel(handle):
            return f"Für @{handle} geschieht gerade nichts."
        case errors.RoundOver():
            return "Diese Runde ist vorbei. Beginn eine neue mit /realorfake."
        case errors.DeadlineExceeded(waited_s):
            return f"Das hat länger als {waited_s:.0f} s gedauert, ich habe aufgegeben. Versuch es gleich noch einmal."
        case errors.NothingOriginal(handle, _):
            return f"@{handle} fielen dazu nur echte Tweets ein. Versuch einen anderen Anfang."
        case errors.EngineFault():
            return "Beim Schreiben ist etwas zerbrochen. Ich habe mich neu gestartet; versuch es noch einmal."
        case errors.UnknownGeneration():
            return "Diese Antwort ist zu alt für ihren Knopf. Frag neu mit /tweetlike."
        case errors.NotAllowed(_):
            return "Das dürfen nur Admins dieses Bots."
    return None


def _either(handles: tuple[str, ...]) -> str:
    names = [f"@{handle}" for handle in handles]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" oder {names[-1]}"
