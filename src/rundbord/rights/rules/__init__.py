"""What is right for a request, without a database."""
