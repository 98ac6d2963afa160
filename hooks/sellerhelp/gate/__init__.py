"""The gate: every rule, what it reads, how its findings are shown and mended."""
