"""`/api/v1`: the archive for programs."""

from __future__ import annotations

from wortlaut.api.application import make_api, mounted, refusing

__all__ = ["make_api", "mounted", "refusing"]
