"""What a host says beside the pages: the content policy and other headers, as meta element, `_headers` and for nginx."""
