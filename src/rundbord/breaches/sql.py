"""Who has read what the own authority told: for a breach, by unit and moment, without a name and of no other row."""

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
