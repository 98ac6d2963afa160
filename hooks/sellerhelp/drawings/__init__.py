"""Drawings: SVG files of writers, checked and written into the page."""
