-- What the office's own people do by one command each: who may see what, erasure, retention.
SET LOCAL ROLE office_owner;

CREATE FUNCTION office.allow(who name, of_programme text, of_site text, pushing boolean) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO office.access (role, programme, site, may_push) VALUES (who, of_programme, of_site, pushing)
    ON CONFLICT (role, programme, site) DO UPDATE SET may_push = excluded.may_push
$$;

CREATE FUNCTION office.disallow(who name, of_programme text, of_site text) RETURNS bigint
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (
        DELETE FROM office.access
        WHERE role = who AND programme = of_programme AND site IS NOT DISTINCT FROM of_site RETURNING 1
    ) SELECT count(*) FROM gone
$$;

-- How many rows each table has of a workshop: what shows that an erasure left none.
CREATE FUNCTION office.rows_of(of_team uuid) RETURNS TABLE (part text, n bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'workshop', count(*) FROM office.workshop WHERE workshop = of_team
    UNION ALL SELECT 'round', count(*) FROM office.round WHERE workshop = of_team
    UNION ALL SELECT 'round_way', count(*) FROM office.round_way WHERE workshop = of_team
    UNION ALL SELECT 'round_kind', count(*) FROM office.round_kind WHERE workshop = of_team
    UNION ALL SELECT 'pick', count(*) FROM office.pick WHERE workshop = of_team
    UNION ALL SELECT 'blocker', count(*) FROM office.blocker WHERE workshop = of_team
    UNION ALL SELECT 'look_again', count(*) FROM office.look_again WHERE workshop = of_team
    UNION ALL SELECT 'answer', count(*) FROM office.answer WHERE workshop = of_team
    UNION ALL SELECT 'promise', count(*) FROM office.promise WHERE workshop = of_team
$$;

-- A team's figures go, in what was published too, and are not taken again: a stick in a drawer
-- would bring them back.
CREATE FUNCTION office.erase(of_team uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    at_months date[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_team::text, 0));
    INSERT INTO office.erased (workshop) VALUES (of_team) ON CONFLICT DO NOTHING;
    DELETE FROM office.workshop WHERE workshop = of_team RETURNING months INTO at_months;
    INSERT INTO office.touched SELECT unnest(at_months);
    PERFORM office.refresh();
    RETURN at_months IS NOT NULL;
END
$$;

-- What began before this month goes, partition by partition, and is not taken again.
CREATE FUNCTION office.retain(first_day date) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first_kept date := date_trunc('month', first_day)::date;
    partition regclass;
    part text;
    dropped integer := 0;
BEGIN
    UPDATE office.retention SET first_month = greatest(first_month, first_kept);
    FOR partition IN
        SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class ON oid = inhparent
        WHERE relnamespace = 'office'::regnamespace AND relkind = 'p'
          AND to_date(substring(inhrelid::regclass::text FROM '_(\d{4}_\d{2})$'), 'YYYY_MM') < first_kept
    LOOP
        EXECUTE format('DROP TABLE %s', partition);
        dropped := dropped + 1;
    END LOOP;
    FOREACH part IN ARRAY ARRAY['round', 'round_way', 'round_kind', 'pick', 'blocker', 'look_again', 'answer', 'promise'] LOOP
        EXECUTE format('DELETE FROM office.%I WHERE month < %L', part || '_earlier', first_kept);
    END LOOP;
    DELETE FROM office.workshop WHERE months <> '{}' AND first_kept > ALL (months);
    UPDATE office.workshop SET months = ARRAY(SELECT month FROM unnest(months) AS month WHERE month >= first_kept)
    WHERE first_kept > ANY (months);
    DELETE FROM office.cell WHERE month < first_kept;
    DELETE FROM office.published_promise WHERE month < first_kept;
    DELETE FROM office.published WHERE grain = 'month' AND since < first_kept;
    DELETE FROM office.published WHERE grain = 'year' AND since < date_trunc('year', first_kept);
    INSERT INTO office.touched VALUES (first_kept);  -- its year is published anew, without what is gone
    PERFORM office.refresh();
    RETURN dropped;
END
$$;
RESET ROLE;
