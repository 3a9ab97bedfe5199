"""Generation: one base model in memory, a small adapter for every voice, all requests in one running batch a core.

Needs only torch, safetensors, tokenizers and `data.models.framing`; knows nothing of chats, databases or training.
`generator` is the way in: it loads voices and chooses texts (`drafts`, `copies`). Below it lie `engine` (the threads
and the queue), `batch` (rows that join and leave), its `cache`, its `lanes` (the adapters in use), `sampling` and
`graphs` (CUDA); below those `decoder` with `llama` and `gpt2` (the arithmetic), `adapters` and `linear` (the products
in float32, bfloat16 or int8). `tuning` measures once what suits the machine.
"""
