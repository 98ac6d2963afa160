"""The live preview: watching (what was saved), session (what is built then), aftermath (what may wait), app (what browsers get)."""
