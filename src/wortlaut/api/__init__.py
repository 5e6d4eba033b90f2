"""The archive for programs: `/api/v1`."""
