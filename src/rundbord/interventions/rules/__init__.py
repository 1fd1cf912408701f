"""What an intervention consists of, when its steps are due, and what speaks against one; pure."""
