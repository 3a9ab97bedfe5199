BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'tweetlike','m001_initial','2026-11-25 19:53:56.109800+00:00');
CREATE TABLE accounts (
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
        );
INSERT INTO "accounts" VALUES(1,'vendo_floor3','file','vendo_floor3','default','keep',NULL,'/home/vendo/floor3.jsonl','6h',NULL,1795392000.0,2,1795392000.0);
CREATE TABLE corpora (
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            fingerprint TEXT NOT NULL,
            cleaning TEXT NOT NULL,
            replies TEXT NOT NULL,
            counts TEXT NOT NULL,
            characters INTEGER NOT NULL,
            created_at REAL NOT NULL,
            UNIQUE (account_id, fingerprint)
        );
INSERT INTO "corpora" VALUES(1,1,'b0b7e321d6ad610a0ddd295ed5c6acf8a734b790bbbb1b9e27a2e5be8950c94c','default','keep','{"downloaded": 62, "retweets": 1, "short": 1, "kept": 60, "duplicates": 0, "replies": 0}',2825,1795392000.0);
CREATE TABLE generations (
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
        );
INSERT INTO "generations" VALUES(1,1,2,'hum',7,'{"temperature": 1.0, "count": 2}','["hum of the moon", "hum and tea"]','discord','42',1795392005.0);
CREATE TABLE job_messages (
            job_id INTEGER NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
            platform TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            message_id TEXT NOT NULL,
            PRIMARY KEY (job_id, platform, channel_id, message_id)
        );
INSERT INTO "job_messages" VALUES(1,'discord','77','88');
CREATE TABLE jobs (
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
        );
INSERT INTO "jobs" VALUES(1,'train',1,'vendo_floor3','{"recipe": null, "refresh": true, "force": false}','queued',10,0,NULL,NULL,0,'{}','{}',NULL,'discord:42',1795392006.0,NULL,NULL);
CREATE TABLE opt_outs (handle TEXT PRIMARY KEY, at REAL NOT NULL);
INSERT INTO "opt_outs" VALUES('somebody_else',1795392000.0);
CREATE TABLE tweets (
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            created_at REAL,
            text TEXT NOT NULL,
            is_retweet INTEGER NOT NULL,
            in_reply_to TEXT,
            source TEXT NOT NULL,
            PRIMARY KEY (account_id, id)
        ) WITHOUT ROWID;
INSERT INTO "tweets" VALUES(1,'0',1767261600.0,'hum three coin night night moon moon spring 0',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'1',1767348000.0,'glass hum door floor spring floor night tea 1',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'10',1768125600.0,'spring door three door glass moon night moon 10',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'11',1768212000.0,'hum coin night tea moon spring glass door 11',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'12',1768298400.0,'spring coin floor three night night three night 12',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'13',1768384800.0,'door three floor button hum glass door three 13',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'14',1768471200.0,'three moon coin three moon night night moon 14',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'15',1768557600.0,'night floor button coin button button moon moon 15',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'16',1768644000.0,'button door glass floor night glass coin glass 16',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'17',1768730400.0,'coin night glass coin light moon three button 17',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'18',1768816800.0,'glass hum light hum hum floor button tea 18',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'19',1768903200.0,'glass coin spring floor spring hum coin night 19',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'2',1767434400.0,'night spring three button button moon light night 2',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'20',1768989600.0,'spring floor hum tea three hum light spring 20',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'21',1769076000.0,'hum glass light night light coin tea glass 21',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'22',1769162400.0,'light glass coin floor floor coin door tea 22',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'23',1769248800.0,'moon door spring door floor door door hum 23',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'24',1769335200.0,'button spring night three glass coin hum moon 24',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'25',1769421600.0,'night glass light moon spring button door spring 25',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'26',1769508000.0,'spring three moon button hum glass night three 26',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'27',1769594400.0,'coin door night coin glass spring floor light 27',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'28',1769940000.0,'coin hum three light hum light door light 28',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'29',1770026400.0,'light moon night spring moon glass glass three 29',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'3',1767520800.0,'glass moon spring floor button spring button door 3',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'30',1770112800.0,'floor floor light moon moon tea tea moon 30',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'31',1770199200.0,'door spring tea three glass glass coin night 31',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'32',1770285600.0,'night coin hum glass tea three button coin 32',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'33',1770372000.0,'moon hum coin night light coin light night 33',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'34',1770458400.0,'floor coin floor button floor button floor hum 34',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'35',1770544800.0,'three button moon floor floor spring door coin 35',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'36',1770631200.0,'spring light glass floor tea light night spring 36',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'37',1770717600.0,'light button button three tea night moon tea 37',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'38',1770804000.0,'light moon tea tea spring hum moon spring 38',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'39',1770890400.0,'tea spring button spring door three light moon 39',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'4',1767607200.0,'coin light floor door spring tea tea hum 4',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'40',1770976800.0,'light three button tea button door moon glass 40',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'41',1771063200.0,'three light hum hum hum night light coin 41',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'42',1771149600.0,'coin coin coin floor moon three door coin 42',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'43',1771236000.0,'button tea button light button three floor night 43',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'44',1771322400.0,'spring tea tea button spring three floor button 44',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'45',1771408800.0,'hum glass hum night glass hum button door 45',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'46',1771495200.0,'glass button coin spring night glass hum moon 46',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'47',1771581600.0,'floor coin hum coin glass light tea door 47',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'48',1771668000.0,'floor night floor spring light three floor button 48',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'49',1771754400.0,'spring coin button door floor hum hum button 49',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'5',1767693600.0,'door floor night glass three coin coin night 5',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'50',1771840800.0,'button door spring hum hum glass hum button 50',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'51',1771927200.0,'spring spring glass spring glass floor button tea 51',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'52',1772013600.0,'tea spring glass coin three button moon coin 52',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'53',1772100000.0,'floor floor hum night door coin three tea 53',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'54',1772186400.0,'glass night tea spring spring tea door coin 54',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'55',1772272800.0,'light light glass button night light glass light 55',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'56',1772359200.0,'door button three tea floor coin button button 56',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'57',1772445600.0,'three hum night night hum spring night tea 57',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'58',1772532000.0,'door tea glass button night three night floor 58',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'59',1772618400.0,'glass hum moon button light three button coin 59',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'6',1767780000.0,'night spring button door spring door button tea 6',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'7',1767866400.0,'spring door spring three button hum light three 7',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'8',1767952800.0,'glass moon spring door tea light coin tea 8',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'9',1768039200.0,'glass light spring moon night moon button glass 9',0,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'900',1777629600.0,'RT @vendo_floor3: hum',1,NULL,'jsonl');
INSERT INTO "tweets" VALUES(1,'901',1777716000.0,'hm',0,NULL,'jsonl');
CREATE TABLE version_events (
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
            version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
            event TEXT NOT NULL,
            detail TEXT NOT NULL,
            at REAL NOT NULL
        );
INSERT INTO "version_events" VALUES(1,1,1,'published','{}',1795392001.0);
INSERT INTO "version_events" VALUES(2,1,1,'promoted','{"replaced": null, "why": "test"}',1795392001.0);
INSERT INTO "version_events" VALUES(3,1,2,'published','{}',1795392002.0);
INSERT INTO "version_events" VALUES(4,1,2,'promoted','{"replaced": 1, "why": "test"}',1795392002.0);
CREATE TABLE versions (
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
        );
INSERT INTO "versions" VALUES(1,1,1,'retired','lora','smollm2-135m','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','{"name": "default", "version": 1}',1,'1/1','{"adapter_config.json": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "adapter_model.safetensors": "3bb63c501a2cb9b43bfbf09f0b02a7f12408e1922617522b8441afd37272b915"}','{"loss": 3.0, "base_loss": 4.0, "bits_per_character": 1.7999999999999998, "base_bits_per_character": 2.4, "held_out_tweets": 12, "train_tokens": 1000, "train_seconds": 1.0, "epochs": 2.0}','{"corpus_fingerprint": "b0b7e321d6ad610a0ddd295ed5c6acf8a734b790bbbb1b9e27a2e5be8950c94c", "held_out_fingerprint": "h", "train_tweets": 45, "validation_tweets": 5, "held_out_tweets": 12, "seed": 42, "job_id": null, "run": null}',1795392001.0);
INSERT INTO "versions" VALUES(2,1,2,'live','lora','smollm2-135m','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','{"name": "default", "version": 1}',1,'1/2','{"adapter_config.json": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "adapter_model.safetensors": "a8989317cf9287850260df63e5c4946861b8092ff02634fb4b3dab4f9fb1da56"}','{"loss": 3.0, "base_loss": 4.0, "bits_per_character": 1.7, "base_bits_per_character": 2.4, "held_out_tweets": 12, "train_tokens": 1000, "train_seconds": 1.0, "epochs": 2.0}','{"corpus_fingerprint": "b0b7e321d6ad610a0ddd295ed5c6acf8a734b790bbbb1b9e27a2e5be8950c94c", "held_out_fingerprint": "h", "train_tweets": 45, "validation_tweets": 5, "held_out_tweets": 12, "seed": 42, "job_id": null, "run": null}',1795392002.0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX jobs_one_at_a_time ON jobs (kind, handle) WHERE state IN ('queued', 'running');
CREATE INDEX "idx_corpora_account_id"
    ON "corpora" ("account_id");
CREATE INDEX "idx_versions_account_id"
    ON "versions" ("account_id");
CREATE INDEX "idx_version_events_account_id"
    ON "version_events" ("account_id");
CREATE INDEX "idx_generations_account_id"
    ON "generations" ("account_id");
CREATE INDEX "idx_generations_version_id"
    ON "generations" ("version_id");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('accounts',1);
INSERT INTO "sqlite_sequence" VALUES('versions',2);
INSERT INTO "sqlite_sequence" VALUES('jobs',1);
COMMIT;
