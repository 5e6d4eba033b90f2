"""The archive for programs: `/api/v1`."""

from __future__ import annotations

from fastapi import FastAPI


def make_api() -> FastAPI:
    """The application of the API; a first one, without operations, for the frame to run with."""
    return FastAPI()
