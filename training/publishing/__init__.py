"""From weights to a version in the registry, its card and its run."""
