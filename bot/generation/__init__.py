"""Generation: one base model in memory, a small adapter for every voice, all requests in one running batch.

Needs only torch, safetensors, tokenizers and `data.framing`; knows nothing of chats, databases or training.
`generator` is the way in; below it lie `engine` (the thread), `batch` (rows and their cache), `decoder` with
`llama` and `gpt2` (the arithmetic), `adapters`, `sampling`, `drafts` and `copies`.
"""
