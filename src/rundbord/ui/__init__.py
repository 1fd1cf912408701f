"""The Danish government design system as template tags, base pages, forms, styles and a little JavaScript."""
