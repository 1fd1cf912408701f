"""What goes along when somebody has moved away: disclosures, received copies, nominations (barnets lov § 132).

A file knows what it told and what it took; the tables of sharing know no file. So one function follows the file there,
in the act that makes it a restricted copy. No login of the application may change who reads what was told.
"""

# It asks for the responsible, who alone makes a file a restricted copy, and answers nothing: how much there is that the
# responsible does not see is nobody's business. What named people alone read stays theirs where the responsible is none
# of them: nobody else could take it back. A copy that a file which is still worked on took from too, stays its unit's.
# A nomination goes out of every round that has not been answered; it cannot be used to try, since no move is undone.
KEEP_APART = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.keep_apart(file uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    moved record;
    put uuid[];
BEGIN
    SELECT own.id, own.authority_id, own.unit_id, own.lead_id, own.is_narrow INTO moved
    FROM public.concerns_youngperson own
    WHERE own.id = keep_apart.file AND own.moved_on IS NOT NULL AND own.lead_id = ctx.user_id();
    IF NOT FOUND THEN
        RETURN;
    END IF;
    UPDATE public.sharing_disclosure told SET kept_by = moved.lead_id, readers = CASE
        WHEN moved.is_narrow AND told.unit_id = moved.unit_id THEN ARRAY[moved.lead_id] ELSE told.readers END
    WHERE told.about_id = moved.id AND told.authority_id = moved.authority_id
        AND (told.readers = '{}' OR moved.lead_id = ANY (told.readers));
    UPDATE public.sharing_receiveddisclosure got SET kept_by = moved.lead_id, readers = CASE
        WHEN moved.is_narrow AND got.unit_id = moved.unit_id AND NOT 'named_readers' = ANY (got.conditions)
        THEN ARRAY[moved.lead_id] ELSE got.readers END
    WHERE got.authority_id = moved.authority_id
        AND (got.readers = '{}' OR moved.lead_id = ANY (got.readers))
        AND (got.disclosure_id IN (
                SELECT taken.disclosure_id FROM public.concerns_fact taken
                WHERE taken.person_id = moved.id AND taken.authority_id = moved.authority_id
                UNION SELECT answered.in_answer_to FROM public.sharing_disclosure answered
                WHERE answered.about_id = moved.id AND answered.authority_id = moved.authority_id)
            OR got.id IN (
                SELECT raised.source_id FROM public.concerns_concern raised
                WHERE raised.person_id = moved.id AND raised.authority_id = moved.authority_id))
        AND NOT EXISTS (
            SELECT 1 FROM public.concerns_fact also JOIN public.concerns_youngperson kept ON kept.id = also.person_id
            WHERE also.disclosure_id = got.disclosure_id AND also.authority_id = got.authority_id
                AND kept.moved_on IS NULL);
    SELECT array_agg(named.id) INTO put
    FROM public.sharing_nomination named JOIN public.sharing_whoelseround asked ON asked.id = named.round_id
    WHERE named.about_id = moved.id AND named.authority_id = moved.authority_id AND asked.closed_at IS NULL;
    DELETE FROM public.sharing_nominationmark mark
    WHERE mark.nomination_id = ANY (put) AND mark.authority_id = moved.authority_id;
    DELETE FROM public.sharing_nomination named WHERE named.id = ANY (put);
END $$;
REVOKE ALL ON FUNCTION ctx.keep_apart(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.keep_apart(uuid) TO rundbord_owner, rundbord_app;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_KEEP_APART = "DROP FUNCTION ctx.keep_apart(uuid)"

_OLD_FILE = """
ALTER POLICY nomination_of_old_file ON sharing_nomination WITH CHECK (EXISTS (
    SELECT 1 FROM concerns_youngperson file
    WHERE file.id = sharing_nomination.about_id AND file.authority_id = sharing_nomination.authority_id
        AND file.cpr_index IS NOT NULL AND file.data_key_id = sharing_nomination.data_key_id
        AND file.opened_at <= now() - interval '24 hours'{more}));
"""
NOT_NOMINATED = _OLD_FILE.format(more=" AND file.moved_on IS NULL")
WITHOUT_NOT_NOMINATED = _OLD_FILE.format(more="")
