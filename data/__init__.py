"""The ground both processes stand on: settings, database, tweets, corpora, base models, versions, jobs."""
