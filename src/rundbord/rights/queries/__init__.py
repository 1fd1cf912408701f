"""The requests as pages and acts read them."""
