-- Take what one transaction has staged, whole or not at all.
SET LOCAL ROLE office_gate;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION office_push.version() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT max(number) FROM office.migration $$;

-- What stood there for this workshop. Its partitions are named, so that no other is locked.
CREATE FUNCTION office_push.clear(of_team uuid, at_months date[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['round', 'round_way', 'round_kind', 'pick', 'blocker', 'look_again', 'answer', 'promise'] LOOP
        EXECUTE format('DELETE FROM office.%I WHERE workshop = %L AND month = ANY (%L::date[])', part, of_team, at_months);
    END LOOP;
END
$$;

-- The answer: taken, older, same, or erased. `seq` decides, and no clock; of two that were changed
-- as often, apart from one another, the larger digest, so that any order ends the same. The same
-- again with other choices (a site, no promises) replaces what stood there.
CREATE FUNCTION office_push.take() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine xid8 := pg_current_xact_id();
    head jsonb;
    of_team uuid;
    before office.workshop;
    hash text;
    kept_from date := (SELECT first_month FROM office.retention);
    month_of jsonb;
    all_months date[];
BEGIN
    SELECT columns INTO STRICT head FROM office.staged WHERE push = mine AND part = 'workshop';
    of_team := (head ->> 'workshop')::uuid;
    IF EXISTS (SELECT FROM office.erased WHERE workshop = of_team) THEN
        DELETE FROM office.staged WHERE push = mine;
        RETURN 'erased';
    END IF;
    SELECT jsonb_object_agg(columns ->> 'round', date_trunc('month', (columns ->> 'started_on')::date)::date),
           array_agg(DISTINCT date_trunc('month', (columns ->> 'started_on')::date)::date)
    INTO month_of, all_months
    FROM office.staged
    WHERE push = mine AND part = 'round'
      AND date_trunc('month', (columns ->> 'started_on')::date)::date >= kept_from;
    month_of := coalesce(month_of, '{}');
    all_months := coalesce(all_months, '{}');

    SELECT md5(string_agg(part || columns::text, ',' ORDER BY part, columns::text)) INTO hash
    FROM office.staged WHERE push = mine;

    PERFORM pg_advisory_xact_lock(hashtextextended(of_team::text, 0));  -- who comes first is not there yet
    SELECT * INTO before FROM office.workshop WHERE workshop = of_team;
    INSERT INTO office.workshop AS there (workshop, seq, digest, programme, site, team, made_up, content, months)
    VALUES (of_team, (head ->> 'seq')::bigint, head ->> 'digest', head ->> 'programme', head ->> 'site',
            head ->> 'team', (head ->> 'made_up')::boolean, hash, all_months)
    ON CONFLICT (workshop) DO UPDATE
    SET seq = excluded.seq, digest = excluded.digest, programme = excluded.programme,
        site = excluded.site, team = excluded.team, made_up = excluded.made_up,
        content = excluded.content, months = excluded.months, pushed_at = excluded.pushed_at, pushed_by = excluded.pushed_by
    WHERE (excluded.seq, excluded.digest) > (there.seq, there.digest)
       OR ((excluded.seq, excluded.digest) = (there.seq, there.digest)
           AND excluded.content <> there.content);
    IF NOT FOUND THEN
        DELETE FROM office.staged WHERE push = mine;
        RETURN CASE WHEN before.content = hash THEN 'same' ELSE 'older' END;
    END IF;
    IF before.months <> '{}' THEN
        PERFORM office_push.clear(of_team, before.months);
    END IF;
    PERFORM office_push.put(mine, of_team, month_of);
    INSERT INTO office.touched
    SELECT DISTINCT month FROM unnest(all_months || coalesce(before.months, '{}')) AS month;
    DELETE FROM office.staged WHERE push = mine;
    RETURN 'taken';
END
$$;

-- Whose rows they are, and in which month, is said here and not by who sends them.
CREATE FUNCTION office_push.put(mine xid8, of_team uuid, month_of jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO office.round
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.round, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'round' AND month_of ? (columns ->> 'round');
    INSERT INTO office.round_way
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.round_way, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'round_way' AND month_of ? (columns ->> 'round');
    INSERT INTO office.round_kind
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.round_kind, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'round_kind' AND month_of ? (columns ->> 'round');
    INSERT INTO office.pick
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.pick, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'pick' AND month_of ? (columns ->> 'round');
    INSERT INTO office.blocker
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.blocker, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'blocker' AND month_of ? (columns ->> 'round');
    INSERT INTO office.look_again
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.look_again, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'look_again' AND month_of ? (columns ->> 'round');
    INSERT INTO office.answer
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.answer, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'answer' AND month_of ? (columns ->> 'round');
    INSERT INTO office.promise
    SELECT made.* FROM office.staged CROSS JOIN LATERAL jsonb_populate_record(
        NULL::office.promise, columns || jsonb_build_object('workshop', of_team, 'month', month_of -> (columns ->> 'round'))) AS made
    WHERE push = mine AND part = 'promise' AND month_of ? (columns ->> 'round');
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA office_push FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office_push.version(), office_push.take() TO office_pusher;
RESET ROLE;
