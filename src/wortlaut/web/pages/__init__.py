"""One module a page: its routes, what it asks of the house, its template."""
