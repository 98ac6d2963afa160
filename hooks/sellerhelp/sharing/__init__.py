"""How the site is found and passed on: previews of links, the way to a page, Markdown copies, llms.txt, robots.txt, signs."""
