"""Pages of an intervention to hand out, as tagged PDF."""
