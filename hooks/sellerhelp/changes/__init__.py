"""Change history: what changed by date, from pages, questions and values; as a page and as an Atom feed."""
