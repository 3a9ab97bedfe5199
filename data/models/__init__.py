"""Base models, recipes, and the registry of trained versions."""
