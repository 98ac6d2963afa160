"""A build that goes on from the published site: where only texts of pages have changed, no other page is visited.

inputs (what a site was built from, and what of it is another now), frozen (a build's objects in a file), alone (whether
an edit concerns its page alone), shares (letters and names that all pages have in common), state (what is kept),
exchange (the new site beside the old one, of the same files).
"""
