"""The models that are served: one decoder interface, an architecture a file, their linear layers and adapters."""
