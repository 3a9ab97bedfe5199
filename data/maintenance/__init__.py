"""For the operator: deletion, backup, examination."""
