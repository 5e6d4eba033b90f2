"""Surfaces: an analysis as terminal text, web page or table. They translate and call, and know nothing of language."""
