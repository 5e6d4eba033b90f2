"""`wortlaut serve` and `wortlaut accounts`."""
