"""Printed books from the pages of the site.

The stages, each a file or two: html_tree (HTML -> elements), read_* (elements -> document),
references (links -> places in the books), emit_* (document -> Typst), press (Typst -> PDF),
pack (PDF -> the file that is handed out). keep_all tells how Korean words stay whole.
"""
