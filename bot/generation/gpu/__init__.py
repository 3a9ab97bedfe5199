"""Writing on a GPU: resident adapters, a step of few kernels, replayed from graphs, within a budget of memory."""
