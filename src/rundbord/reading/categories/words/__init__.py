"""The words that speak for each category, as plain text lists."""
