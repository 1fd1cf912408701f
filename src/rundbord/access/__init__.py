"""Who is asking, what they may do, and which rows the database shows them."""
