"""Writes its own content policy into each page, and remembers what the whole site needs."""

from __future__ import annotations

from sellerhelp.hosting.policy import allowed_scripts, inline_scripts, policy, with_policy

REFERENCE = "404.html"


class Guard:
    """endpoint: where answers of readers are sent (see policy)."""

    def __init__(self, endpoint: str):
        self._endpoint = endpoint
        self._scripts: dict[str, tuple[str, ...]] = {}
        self._alike: dict[tuple[str, ...], tuple[str, ...]] = {}  # most pages have the same

    def page(self, path: str, html: str) -> str:
        """Returns a finished page with the policy of its own scripts. Raises ValueError, with the path (see policy)."""
        try:
            scripts = tuple(inline_scripts(html))
            self._scripts[path] = self._alike.setdefault(scripts, scripts)
            return with_policy(html, policy(scripts, self._endpoint))
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error

    def rules(self) -> str:
        """Returns the policy that allows what any page does. Raises ValueError at a script that no template writes."""
        return policy(allowed_scripts(self._scripts[REFERENCE], self._scripts), self._endpoint)
