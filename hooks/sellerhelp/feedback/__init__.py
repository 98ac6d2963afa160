"""Was this helpful: a question at the end of pages, sent to the operator's own address; off until one is named."""
