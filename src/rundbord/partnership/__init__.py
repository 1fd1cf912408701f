"""The agreement: parties, chair, areas, focus points and who must report; no persons."""
