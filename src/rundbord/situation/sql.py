"""SQL of the situation: what every party may know of reports that it may not read, and which reports wait."""

# Silence is visible to all parties (product §4.7), so a party must learn THAT a unit reported, though the report itself
# may be for its own authority alone. Only the unit and the minute leave the function.
HEARD_FROM = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.heard_from(since timestamptz) RETURNS TABLE (unit_id uuid, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT DISTINCT r.unit_id, date_trunc('minute', r.created_at) FROM public.situation_report r
    WHERE r.partnership_id = (SELECT ctx.partnership()) AND r.created_at > since $$;
REVOKE ALL ON FUNCTION ctx.heard_from(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.heard_from(timestamptz) TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_HEARD_FROM = "DROP FUNCTION ctx.heard_from(timestamptz)"

# Whoever judges may not change the report, which is its source's own; so the database itself notes on it whether a
# verdict is in force. A verdict whose incident was withdrawn counts for nothing (ADR 0010).
WAITING = """
SET LOCAL ROLE rundbord_policy;
CREATE FUNCTION ctx.is_unjudged(report uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
    SELECT NOT EXISTS (
        SELECT FROM public.situation_triage t LEFT JOIN public.situation_incident i ON i.id = t.incident_id
        WHERE t.report_id = report AND t.undone_at IS NULL AND i.withdrawn_at IS NULL) $$;
CREATE FUNCTION ctx.note_verdict() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE public.situation_report r SET waits = r.nature <> 'nothing' AND ctx.is_unjudged(r.id)
    WHERE r.id = NEW.report_id;
    RETURN NULL;
END $$;
CREATE FUNCTION ctx.note_withdrawal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE public.situation_report r SET waits = r.nature <> 'nothing' AND ctx.is_unjudged(r.id)
    WHERE r.id IN (SELECT t.report_id FROM public.situation_triage t WHERE t.incident_id = NEW.id);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION ctx.is_unjudged(uuid), ctx.note_verdict(), ctx.note_withdrawal() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.is_unjudged(uuid), ctx.note_verdict(), ctx.note_withdrawal() TO rundbord_owner;
SET LOCAL ROLE rundbord_owner;
CREATE TRIGGER triage_tells_whether_the_report_waits AFTER INSERT OR UPDATE OF undone_at ON situation_triage
    FOR EACH ROW EXECUTE FUNCTION ctx.note_verdict();
CREATE TRIGGER incident_tells_whether_its_reports_wait AFTER UPDATE OF withdrawn_at ON situation_incident
    FOR EACH ROW WHEN (OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at)
    EXECUTE FUNCTION ctx.note_withdrawal();
"""

WITHOUT_WAITING = """
DROP TRIGGER incident_tells_whether_its_reports_wait ON situation_incident;
DROP TRIGGER triage_tells_whether_the_report_waits ON situation_triage;
DROP FUNCTION ctx.note_withdrawal(), ctx.note_verdict(), ctx.is_unjudged(uuid);
"""

# Before the constraint that nil returns never wait: what has been reported so far is judged as it stands.
NOTE_WHAT_WAITS = """
UPDATE situation_report r SET waits = FALSE WHERE r.nature = 'nothing' OR EXISTS (
    SELECT FROM situation_triage t LEFT JOIN situation_incident i ON i.id = t.incident_id
    WHERE t.report_id = r.id AND t.undone_at IS NULL AND i.withdrawn_at IS NULL);
"""
