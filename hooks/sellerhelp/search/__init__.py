"""Search that understands Korean: documents, words, weights, and files that a browser reads piece by piece."""
