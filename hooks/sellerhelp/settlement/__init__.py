"""When money comes: business days, automatic confirmation, and what is expected from what is known."""
