"""The database schema, as numbered steps. A step that has been released is never edited; add the next one."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("tweetlike")


def known_migrations() -> set[str]:
    """The names of all steps this program knows: what is pending in an empty database."""
    return {migration.name for migration in migrations.pending(Database(memory=True))}


@migrations()
def m001_initial(db: Database) -> None:
    for statement in (
        """CREATE TABLE accounts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            handle TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            display_name TEXT NOT NULL,
            cleaning TEXT NOT NULL DEFAULT 'default' CHECK (cleaning IN ('default', 'reference')),
            replies TEXT NOT NULL DEFAULT 'keep' CHECK (replies IN ('keep', 'drop', 'strip')),
            recipe TEXT,
            watch_path TEXT,
            refresh_every TEXT,
            next_refresh_at REAL,
            refreshed_at REAL,
            live_version_id INTEGER REFERENCES versions(id) ON DELETE SET NULL,
            created_at REAL NOT NULL
        )""",
        """CREATE TABLE tweets (
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            created_at REAL,
            text TEXT NOT NULL,
            is_retweet INTEGER NOT NULL,
            in_reply_to TEXT,
            source TEXT NOT NULL,
            PRIMARY KEY (account_id, id)
        ) WITHOUT ROWID""",
        """CREATE TABLE corpora (
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            fingerprint TEXT NOT NULL,
            cleaning TEXT NOT NULL,
            replies TEXT NOT NULL,
            counts TEXT NOT NULL,
            characters INTEGER NOT NULL,
            created_at REAL NOT NULL,
            UNIQUE (account_id, fingerprint)
        )""",
        """CREATE TABLE versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('candidate', 'live', 'retired', 'rejected', 'failed')),
            method TEXT NOT NULL CHECK (method IN ('full', 'lora')),
            base TEXT NOT NULL,
            base_fingerprint TEXT NOT NULL,
            recipe TEXT NOT NULL,
            corpus_id INTEGER NOT NULL REFERENCES corpora(id),
            folder TEXT NOT NULL,
            files TEXT NOT NULL,
            metrics TEXT NOT NULL,
            lineage TEXT NOT NULL,
            created_at REAL NOT NULL,
            UNIQUE (account_id, number)
        )""",
        """CREATE TABLE version_events (
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
            event TEXT NOT NULL,
            detail TEXT NOT NULL,
            at REAL NOT NULL
        )""",
        """CREATE TABLE jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('refresh', 'train', 'delete')),
            account_id INTEGER REFERENCES accounts(id) ON DELETE SET NULL,
            handle TEXT NOT NULL,
            options TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
            priority INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            owner TEXT,
            heartbeat_at REAL,
            cancel_requested INTEGER NOT NULL DEFAULT 0,
            progress TEXT NOT NULL DEFAULT '{}',
            result TEXT NOT NULL DEFAULT '{}',
            error TEXT,
            requested_by TEXT NOT NULL,
            created_at REAL NOT NULL,
            started_at REAL,
            finished_at REAL
        )""",
        "CREATE UNIQUE INDEX jobs_one_at_a_time ON jobs (kind, handle) WHERE state IN ('queued', 'running')",
        """CREATE TABLE job_messages (
            job_id INTEGER NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
            platform TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            message_id TEXT NOT NULL,
            PRIMARY KEY (job_id, platform, channel_id, message_id)
        )""",
        """CREATE TABLE generations (
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
            prompt TEXT NOT NULL,
            seed INTEGER NOT NULL,
            sampling TEXT NOT NULL,
            texts TEXT NOT NULL,
            platform TEXT NOT NULL,
            requester TEXT NOT NULL,
            created_at REAL NOT NULL
        )""",
        "CREATE TABLE opt_outs (handle TEXT PRIMARY KEY, at REAL NOT NULL)",
    ):
        db.execute(statement)
    for table in ("corpora", "versions", "version_events", "generations"):
        db.table(table).create_index(["account_id"])
    db.table("generations").create_index(["version_id"])


@migrations()
def m002_scorecards(db: Database) -> None:
    for statement in (
        """CREATE TABLE scorecards (
            version_id INTEGER PRIMARY KEY REFERENCES versions(id) ON DELETE CASCADE,
            card TEXT NOT NULL,
            at REAL NOT NULL
        )""",
        """CREATE TABLE votes (
            version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
            voter TEXT NOT NULL,
            tweet TEXT NOT NULL,
            said_real INTEGER NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (version_id, voter, tweet)
        ) WITHOUT ROWID""",
        # Several accounts taught to one model: `member_id` is a part of the joint account `account_id`.
        """CREATE TABLE members (
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            member_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            PRIMARY KEY (account_id, member_id)
        ) WITHOUT ROWID""",
    ):
        db.execute(statement)


@migrations()
def m003_live_sources(db: Database) -> None:
    for statement in (
        # How far an account's download is. Everything up to `since` is stored; a pass that is under way has got
        # from `newest` to `cursor`, with `fetched` posts. `source_id` is unique in a place: X, Bluesky or one server.
        """CREATE TABLE downloads (
            account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
            place TEXT NOT NULL,
            source_id TEXT NOT NULL,
            since TEXT,
            newest TEXT,
            cursor TEXT,
            fetched INTEGER NOT NULL DEFAULT 0,
            UNIQUE (place, source_id)
        )""",
        # Sources that failed or asked for rest.
        """CREATE TABLE resting (
            source TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            until REAL NOT NULL,
            reason TEXT NOT NULL
        )""",
        "CREATE TABLE spending (month TEXT PRIMARY KEY, posts INTEGER NOT NULL)",
        "CREATE TABLE consents (handle TEXT PRIMARY KEY, note TEXT NOT NULL, at REAL NOT NULL)",
        "CREATE TABLE policies (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "ALTER TABLE tweets ADD COLUMN checked_at REAL",  # when it was last seen at its source
        "ALTER TABLE accounts ADD COLUMN gone INTEGER NOT NULL DEFAULT 0",  # usable tweets dropped since a training
        "ALTER TABLE accounts ADD COLUMN watch_seen TEXT",  # what the watched path looked like when it was last read
    ):
        db.execute(statement)


@migrations()
def m004_buttons_and_games(db: Database) -> None:
    for statement in (
        # The voices of an answer that is a mix; `generations` names the first of them.
        """CREATE TABLE mix_parts (
            generation_id INTEGER NOT NULL REFERENCES generations(id) ON DELETE CASCADE,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            weight REAL NOT NULL,
            PRIMARY KEY (generation_id, account_id)
        ) WITHOUT ROWID""",
        """CREATE TABLE feedback (
            generation_id INTEGER NOT NULL REFERENCES generations(id) ON DELETE CASCADE,
            voter TEXT NOT NULL,
            liked INTEGER NOT NULL,
            PRIMARY KEY (generation_id, voter)
        ) WITHOUT ROWID""",
        # "Real or fake?": one real tweet among generated ones; `answer` is its place, from 0.
        """CREATE TABLE rounds (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
            platform TEXT NOT NULL,
            place TEXT NOT NULL,
            cards TEXT NOT NULL,
            answer INTEGER NOT NULL,
            ends_at REAL NOT NULL,
            channel_id TEXT,
            message_id TEXT,
            ended INTEGER NOT NULL DEFAULT 0
        )""",
        """CREATE TABLE guesses (
            round_id INTEGER NOT NULL REFERENCES rounds(id) ON DELETE CASCADE,
            player TEXT NOT NULL,
            name TEXT NOT NULL,
            card INTEGER NOT NULL,
            PRIMARY KEY (round_id, player)
        ) WITHOUT ROWID""",
    ):
        db.execute(statement)
    for table in ("mix_parts", "rounds"):
        db.table(table).create_index(["account_id"])


@migrations()
def m005_avatars(db: Database) -> None:
    db.execute(
        """CREATE TABLE avatars (
            account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
            png BLOB NOT NULL
        )"""
    )


@migrations()
def m006_who_asked_from_where(db: Database) -> None:
    # The trusted server or group whose admins asked for a job, like "discord:42"; null for everybody else.
    db.execute("ALTER TABLE jobs ADD COLUMN requested_in TEXT")
    # What a process notes for its next start.
    db.execute("CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


@migrations()
def m007_beginnings(db: Database) -> None:
    # How tweets shall begin, of buttons that have no room for it.
    db.execute("CREATE TABLE beginnings (key TEXT PRIMARY KEY, text TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID")
    db.table("beginnings").create_index(["at"])


@migrations()
def m008_renamed_accounts(db: Database) -> None:
    # The number of an account at its source, as its archive has it: it stays when the account is renamed.
    db.execute("ALTER TABLE accounts ADD COLUMN source_number TEXT")


@migrations()
def m009_jobs_by_state(db: Database) -> None:
    # Whoever takes a job up asks for those that wait and those that run, under the lock that all writers need.
    db.table("jobs").create_index(["state", "handle"])


@migrations()
def m010_numerics(db: Database) -> None:
    # What an answer was computed on and how, like "cuda bfloat16": the same seed repeats it there. Null: not known.
    db.execute("ALTER TABLE generations ADD COLUMN numerics TEXT")


@migrations()
def m011_sampling(db: Database) -> None:
    # What a version draws tokens with, fitted to it when it was made. Null: what its recipe says.
    db.execute("ALTER TABLE versions ADD COLUMN sampling TEXT")


@migrations()
def m012_many_accounts(db: Database) -> None:
    # Each run of three letters of each handle, for what contains a text and what is spelled alike.
    db.execute(
        """CREATE TABLE handle_parts (
            part TEXT NOT NULL,
            handle TEXT NOT NULL,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            PRIMARY KEY (part, handle)
        ) WITHOUT ROWID"""
    )
    for handle, account_id in list(db.execute("SELECT handle, id FROM accounts")):
        for at in range(len(handle) - 2):
            part = handle[at : at + 3]
            db.execute("INSERT INTO handle_parts VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [part, handle, account_id])
    for statement in (
        "CREATE INDEX handle_parts_of_account ON handle_parts (account_id)",
        # Voices, in the order of lists and by how new they are.
        "CREATE INDEX accounts_voices ON accounts (handle, live_version_id) WHERE live_version_id IS NOT NULL",
        "CREATE INDEX accounts_newest_voices ON accounts (live_version_id, handle) WHERE live_version_id IS NOT NULL",
        # What the schedule looks for: what is due, what has no time yet, what was refreshed by another clock.
        "CREATE INDEX accounts_due ON accounts (next_refresh_at) WHERE next_refresh_at IS NOT NULL",
        "CREATE INDEX accounts_unplanned ON accounts (refresh_every) WHERE next_refresh_at IS NULL "
        "AND (watch_path IS NOT NULL OR source NOT IN ('file', 'joint'))",
        "CREATE INDEX accounts_refreshed ON accounts (refreshed_at) WHERE refreshed_at IS NOT NULL",
        "CREATE INDEX accounts_watching ON accounts (watch_path) WHERE watch_path IS NOT NULL",
        # When a voice was last used, and what is old.
        "DROP INDEX idx_generations_account_id",
        "CREATE INDEX generations_by_use ON generations (account_id, created_at)",
        "CREATE INDEX generations_by_age ON generations (created_at)",
        # With which voice somebody was talking.
        "CREATE INDEX generations_by_requester ON generations (requester, platform, created_at)",
    ):
        db.execute(statement)


@migrations()
def m013_places(db: Database) -> None:
    for statement in (
        # What the admins of a server or a group have chosen for it; a place is like "discord:42".
        """CREATE TABLE places (
            place TEXT PRIMARY KEY,
            speaking INTEGER NOT NULL DEFAULT 1,
            talking INTEGER NOT NULL DEFAULT 1,
            plain INTEGER NOT NULL DEFAULT 0,
            adult INTEGER NOT NULL DEFAULT 0,
            language TEXT,
            some_voices INTEGER NOT NULL DEFAULT 0,
            left_at REAL
        ) WITHOUT ROWID""",
        """CREATE TABLE place_voices (
            place TEXT NOT NULL REFERENCES places(place) ON DELETE CASCADE,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            PRIMARY KEY (place, account_id)
        ) WITHOUT ROWID""",
        """CREATE TABLE place_channels (
            place TEXT NOT NULL REFERENCES places(place) ON DELETE CASCADE,
            channel TEXT NOT NULL,
            PRIMARY KEY (place, channel)
        ) WITHOUT ROWID""",
        """CREATE TABLE place_changes (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL REFERENCES places(place) ON DELETE CASCADE,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            at REAL NOT NULL
        )""",
        "CREATE INDEX place_voices_of_account ON place_voices (account_id)",
        "CREATE INDEX place_changes_in ON place_changes (place, id)",
        # Whether a voice speaks only where adults are.
        "ALTER TABLE accounts ADD COLUMN adult INTEGER NOT NULL DEFAULT 0",
    ):
        db.execute(statement)


@migrations()
def m014_by_itself(db: Database) -> None:
    for statement in (
        # A tweet of the day: `minute` minutes after midnight in a time zone, on no day twice.
        """CREATE TABLE dailies (
            place TEXT NOT NULL REFERENCES places(place) ON DELETE CASCADE,
            channel TEXT NOT NULL,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            minute INTEGER NOT NULL,
            zone TEXT NOT NULL,
            posted_on TEXT NOT NULL,
            PRIMARY KEY (place, channel, account_id)
        ) WITHOUT ROWID""",
        # A voice that answers to some messages of a channel; `at` is when it last did.
        """CREATE TABLE chimes (
            place TEXT NOT NULL REFERENCES places(place) ON DELETE CASCADE,
            channel TEXT NOT NULL,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            percent REAL NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (place, channel)
        ) WITHOUT ROWID""",
        "CREATE INDEX rounds_by_place ON rounds (platform, place)",
        # Where somebody asked: with which voice they were talking there is nobody's business elsewhere.
        "ALTER TABLE generations ADD COLUMN place TEXT",
        # What has happened since, also where numbers of events have come again.
        "CREATE INDEX version_events_at ON version_events (at)",
        "CREATE INDEX dailies_of_account ON dailies (account_id)",
        "CREATE INDEX chimes_of_account ON chimes (account_id)",
    ):
        db.execute(statement)
