"""What is normal: a regression on an area's own days, and the distribution of counts that follows from it."""
