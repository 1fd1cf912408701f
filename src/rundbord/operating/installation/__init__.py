"""Makes the environment that the commands run in: Python packages, front-end packages. Standard library only."""
