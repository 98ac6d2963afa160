"""The trade's words: what each means, its place in the glossary, and its first use on each page."""
