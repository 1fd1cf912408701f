"""What break-glass reads of a file, and how it finds one: functions that answer nobody without the right (ADR 0037)."""

# plpgsql, since the uses of break-glass lie in tables that come later. A file is opened by a use that runs, in a
# session for that purpose; nothing here changes a row.
EMERGENCY = """
GRANT SELECT ON concerns_youngperson TO rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.emergency_person() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF ctx.purpose() IS DISTINCT FROM 'emergency' OR NOT ctx.has_emergency_role() THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT used.person_id FROM public.emergency_emergencyaccess used
        JOIN public.concerns_youngperson file ON file.id = used.person_id
        WHERE used.authority_id = ctx.authority() AND used.user_id = ctx.user_id()
            AND used.ended_at IS NULL AND used.ends_at > clock_timestamp()
            AND file.authority_id = ctx.authority() AND NOT file.is_narrow AND file.moved_on IS NULL
        ORDER BY used.opened_at DESC LIMIT 1);
END $$;
CREATE FUNCTION ctx.emergency_file() RETURNS SETOF public.concerns_youngperson
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    opened uuid := ctx.emergency_person();
BEGIN
    RETURN QUERY SELECT file.* FROM public.concerns_youngperson file WHERE file.id = opened;
END $$;
CREATE FUNCTION ctx.emergency_find(number bytea, parts bytea[])
    RETURNS TABLE (person_id uuid, unit_id uuid, lead_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF NOT ctx.may_break_glass() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT file.id, file.unit_id, file.lead_id FROM public.concerns_youngperson file
    WHERE file.authority_id = ctx.authority() AND NOT file.is_narrow AND file.moved_on IS NULL
        AND CASE WHEN number IS NOT NULL THEN file.cpr_index = number
        ELSE file.id IN (
            SELECT named.person_id FROM public.concerns_namepart named
            WHERE named.authority_id = ctx.authority() AND named.index = ANY (parts)
            GROUP BY named.person_id HAVING count(DISTINCT named.index) = cardinality(parts))
        AND cardinality(parts) > 1 AND cardinality(parts) = (
            SELECT count(DISTINCT every.index) FROM public.concerns_namepart every WHERE every.person_id = file.id)
        END
    ORDER BY file.opened_at DESC, file.id LIMIT 2;
END $$;
REVOKE ALL ON FUNCTION ctx.emergency_person(), ctx.emergency_file(), ctx.emergency_find(bytea, bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.emergency_person(), ctx.emergency_file(), ctx.emergency_find(bytea, bytea[])
    TO rundbord_owner, rundbord_app;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_EMERGENCY = """
DROP FUNCTION ctx.emergency_find(bytea, bytea[]);
DROP FUNCTION ctx.emergency_file();
DROP FUNCTION ctx.emergency_person();
"""
