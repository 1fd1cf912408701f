"""What must be known at once: sudden events and their first hours, safety notices to units. No persons."""
