"""The process that keeps voices fresh: refresh → corpus → fine-tune → score → publish, when the schedule says."""
