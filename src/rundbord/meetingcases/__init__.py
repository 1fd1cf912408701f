"""Cases in the individual part of a meeting: what each authority keeps for itself of a case that was opened there.

No prose stands here. Behind each row lies an own file, or a copy that was given by `sharing` to the units in the room.
"""
