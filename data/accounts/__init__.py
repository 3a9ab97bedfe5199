"""Whose tweets: handles, accounts, their consent and their pictures."""
