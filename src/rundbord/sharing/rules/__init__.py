"""Pure decisions on passing information about a person; no Django, and every date is given.

Read `judging.objections_to` first, then `bases/` (table A.12 as data) and `information.py` (table A.13).
"""
