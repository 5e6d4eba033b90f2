"""Measurements of speed, memory, size and start-up. Run by `python -m benchmarks`, never by the tests."""
