"""What those who work with an archive keep beside it: accounts, audit, reviews, reports, feeds, background work."""
