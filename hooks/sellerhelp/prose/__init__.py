"""What plain Markdown becomes on our pages: menu paths, screen labels, captions, signs of success."""
