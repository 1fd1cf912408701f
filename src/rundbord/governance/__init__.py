"""What an authority shows its supervisors, written from the code and the rows as they are."""
