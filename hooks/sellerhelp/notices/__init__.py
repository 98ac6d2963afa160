"""Notices: one sentence that is shown on some pages for a time, and kept on a page of its own afterwards."""
