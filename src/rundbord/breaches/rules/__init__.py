"""What is right for a breach, without a database."""
