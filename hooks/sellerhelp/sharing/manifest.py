"""The web app manifest (https://www.w3.org/TR/appmanifest/): a name and signs for who puts the site on a phone's screen."""

from __future__ import annotations

import json

NAME = "manifest.webmanifest"
SIGN = "assets/sellerhelp/favicon.svg"
ICON = "assets/sellerhelp/icon-{}.png"
# iOS asks for 180 and rounds it itself; Android masks it: both get the sign in the middle of its own blue.
SIZES = (180, 192, 512)
BLUE, PAPER = "#0d4768", "#ffffff"


def manifest(name: str, description: str) -> str:
    """Returns the file; its addresses are relative, so that it serves below any path."""
    icons = [{"src": SIGN, "sizes": "any", "type": "image/svg+xml"}]
    icons += [
        {"src": ICON.format(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in SIZES[1:]
    ]
    said = {
        "name": name, "short_name": name, "description": description, "lang": "ko", "dir": "ltr",
        "start_url": "./", "scope": "./", "display": "minimal-ui",
        "theme_color": BLUE, "background_color": PAPER, "icons": icons,
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
