"""Who has read what was told, or a file: for a breach, by unit and moment, without a name and of no other row."""

WHO_SAW = """
GRANT SELECT (id) ON sharing_disclosure TO rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.copies_told_by_us(told uuid) RETURNS TABLE (copy_id uuid, authority_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT got.id, got.authority_id FROM public.sharing_receiveddisclosure got
    WHERE got.disclosure_id = told AND (SELECT ctx.reaches('desk')) AND EXISTS (
        SELECT 1 FROM public.sharing_disclosure own
        WHERE own.id = told AND own.authority_id = (SELECT ctx.authority())) $$;
REVOKE ALL ON FUNCTION ctx.copies_told_by_us(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.copies_told_by_us(uuid) TO rundbord_owner, rundbord_app, rundbord_job, rundbord_audit;
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.who_saw(told uuid)
    RETURNS TABLE (at timestamptz, event text, authority uuid, unit uuid, reader bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.at, e.event, e.authority, (convert_from(e.canonical, 'UTF8')::jsonb->>'unit')::uuid,
        dense_rank() OVER (ORDER BY e.actor)
    FROM audit.event e JOIN ctx.copies_told_by_us(told) copy
        ON e.subject = copy.copy_id::text AND e.authority = copy.authority_id
    WHERE e.event IN ('disclosure_read', 'received_cpr_shown', 'copy_taken')
    ORDER BY e.at, e.id $$;
REVOKE ALL ON FUNCTION audit.who_saw(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.who_saw(uuid) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_WHO_SAW = """
DROP FUNCTION audit.who_saw(uuid);
DROP FUNCTION ctx.copies_told_by_us(uuid);
REVOKE SELECT (id) ON sharing_disclosure FROM rundbord_policy;
"""

# A breach can come from a file of the own authority: by the file's own number, or by a use of break-glass.
WHO_SAW_FILE = """
GRANT SELECT (id) ON concerns_concern TO rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.rows_of_own_file(origin uuid) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    WITH file AS (
        SELECT origin AS id WHERE EXISTS (SELECT 1 FROM public.concerns_youngperson own
            WHERE own.id = origin AND own.authority_id = (SELECT ctx.authority()))
        UNION SELECT used.person_id FROM public.emergency_emergencyaccess used
        WHERE used.id = origin AND used.authority_id = (SELECT ctx.authority()))
    SELECT found.id::text FROM (
        SELECT id FROM file
        UNION ALL SELECT row.id FROM public.concerns_concern row JOIN file ON row.person_id = file.id
        UNION ALL SELECT row.id FROM public.concerns_attachment row JOIN file ON row.person_id = file.id
        UNION ALL SELECT row.id FROM public.interventions_intervention row JOIN file ON row.person_id = file.id
        UNION ALL SELECT row.id FROM public.interventions_steptaken row JOIN file ON row.person_id = file.id
        UNION ALL SELECT row.id FROM public.sharing_disclosure row JOIN file ON row.about_id = file.id
            WHERE row.authority_id = (SELECT ctx.authority())) found
    WHERE (SELECT ctx.reaches('desk')) $$;
REVOKE ALL ON FUNCTION ctx.rows_of_own_file(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.rows_of_own_file(uuid) TO rundbord_audit;
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.who_saw_file(origin uuid)
    RETURNS TABLE (at timestamptz, event text, authority uuid, unit uuid, reader bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.at, e.event, e.authority, (convert_from(e.canonical, 'UTF8')::jsonb->>'unit')::uuid,
        dense_rank() OVER (ORDER BY e.actor)
    FROM audit.event e
    WHERE e.subject IN (SELECT ctx.rows_of_own_file(origin)) AND e.authority = (SELECT ctx.authority())
        AND e.event IN ('young_person_read', 'cpr_revealed', 'journal_note_printed', 'attachment_shown',
            'attachment_fetched', 'intervention_read', 'intervention_printed', 'disclosure_shown', 'letter_printed',
            'emergency_read')
        AND e.actor <> '00000000-0000-0000-0000-000000000000'
    ORDER BY e.at, e.id $$;
REVOKE ALL ON FUNCTION audit.who_saw_file(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.who_saw_file(uuid) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_WHO_SAW_FILE = """
DROP FUNCTION audit.who_saw_file(uuid);
DROP FUNCTION ctx.rows_of_own_file(uuid);
REVOKE SELECT (id) ON concerns_concern FROM rundbord_policy;
"""
