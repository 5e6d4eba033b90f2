"""Client: the API from Python."""
