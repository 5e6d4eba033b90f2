"""Training of the statement model: apart from the product, extra [train]."""
