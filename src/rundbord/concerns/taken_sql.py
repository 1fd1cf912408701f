"""Whoever reads a fact that was taken from a copy reads what the sender put right of that very line, or took back.

The file may be read by colleagues who never read the copy: it was moved, or assigned to them.
"""

RIGHTED_FOR_TAKEN = """
CREATE POLICY correction_copy_of_taken_fact ON sharing_correctioncopy FOR SELECT TO rundbord_app, rundbord_job
    USING (authority_id = (SELECT ctx.authority()) AND (SELECT ctx.reaches_persons()) AND EXISTS (
        SELECT 1 FROM concerns_fact taken WHERE taken.disclosure_id = sharing_correctioncopy.disclosure_id
            AND taken.authority_id = sharing_correctioncopy.authority_id
            AND (sharing_correctioncopy.kind <> 'corrected' OR taken.taken_line = sharing_correctioncopy.line)));
"""

WITHOUT_RIGHTED_FOR_TAKEN = "DROP POLICY correction_copy_of_taken_fact ON sharing_correctioncopy"
