"""From a corpus to weights."""
