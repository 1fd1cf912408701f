"""What `bench/pages.py` is made of: two partnerships of ten years, visits, replayed statements, plans, results."""
