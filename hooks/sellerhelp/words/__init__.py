"""The language of the sources: terms, register, spelling, spacing, and questions that say the same."""
