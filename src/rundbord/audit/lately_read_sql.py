"""SQL that forgets whom somebody read about lately: the count itself clears only for those who read again."""

FORGETTING = """
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.forget_lately_read() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM audit.lately_read old
        WHERE old.day < (clock_timestamp() AT TIME ZONE 'Europe/Copenhagen')::date - 1;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
REVOKE ALL ON FUNCTION audit.forget_lately_read() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.forget_lately_read() TO rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_FORGETTING = """
SET LOCAL ROLE rundbord_audit;
DROP FUNCTION audit.forget_lately_read();
SET LOCAL ROLE rundbord_owner;
"""
