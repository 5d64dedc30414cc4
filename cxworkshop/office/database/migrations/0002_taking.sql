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
    head json;
    of_team uuid;
    before office.workshop;
    hash text;
    kept_from date := (SELECT first_month FROM office.retention);
    month_of jsonb;
    all_months date[];
    hashes jsonb;
    changed date[];
BEGIN
    SELECT columns INTO STRICT head FROM office.staged WHERE push = mine AND part = 'workshop';
    of_team := (head ->> 'workshop')::uuid;
    hash := head ->> 'content';
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
    hashes := (head ->> 'month_hashes')::jsonb;

    PERFORM pg_advisory_xact_lock(hashtextextended(of_team::text, 0));  -- who comes first is not there yet
    SELECT * INTO before FROM office.workshop WHERE workshop = of_team;
    INSERT INTO office.workshop AS there (workshop, seq, digest, programme, site, team, made_up, content, months, month_hashes)
    VALUES (of_team, (head ->> 'seq')::bigint, head ->> 'digest', head ->> 'programme', head ->> 'site',
            head ->> 'team', (head ->> 'made_up')::boolean, hash, all_months, hashes)
    ON CONFLICT (workshop) DO UPDATE
    SET seq = excluded.seq, digest = excluded.digest, programme = excluded.programme,
        site = excluded.site, team = excluded.team, made_up = excluded.made_up,
        content = excluded.content, months = excluded.months,
        month_hashes = excluded.month_hashes, pushed_at = excluded.pushed_at, pushed_by = excluded.pushed_by
    WHERE (excluded.seq, excluded.digest) > (there.seq, there.digest)
       OR ((excluded.seq, excluded.digest) = (there.seq, there.digest)
           AND excluded.content <> there.content);
    IF NOT FOUND THEN
        DELETE FROM office.staged WHERE push = mine;
        RETURN CASE WHEN before.content = hash THEN 'same' ELSE 'older' END;
    END IF;
    SELECT coalesce(array_agg(DISTINCT month), '{}') INTO changed
    FROM unnest(all_months || coalesce(before.months, '{}')) AS month
    WHERE before.month_hashes -> month::text IS DISTINCT FROM hashes -> month::text
       OR NOT hashes ? month::text;
    IF before.months && changed THEN
        PERFORM office_push.clear(of_team, changed);
    END IF;
    SELECT coalesce(jsonb_object_agg(key, value), '{}') INTO month_of
    FROM jsonb_each(month_of) WHERE (value #>> '{}')::date = ANY (changed);
    PERFORM office_push.put(mine, of_team, month_of);
    -- Where it is counted may have changed, too.
    IF (before.programme, before.site, before.made_up)
        IS DISTINCT FROM (head ->> 'programme', head ->> 'site', (head ->> 'made_up')::boolean) THEN
        changed := all_months || coalesce(before.months, '{}');
    END IF;
    INSERT INTO office.touched SELECT DISTINCT month FROM unnest(changed) AS month;
    DELETE FROM office.staged WHERE push = mine;
    RETURN 'taken';
END
$$;

-- Whose rows they are, and in which month, is said here and not by who sends them.
CREATE FUNCTION office_push.put(mine xid8, of_team uuid, month_of jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO office.round (
        workshop, month, round, started_on, ended_on, customers, said
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.started_on, sent.ended_on,
        sent.customers, sent.said
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, started_on date, ended_on date, customers integer, said integer
    )
    WHERE push = mine AND part = 'round' AND month_of ? sent.round::text;

    INSERT INTO office.round_way (
        workshop, month, round, way, customers
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.way, sent.customers
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, way text, customers integer
    )
    WHERE push = mine AND part = 'round_way' AND month_of ? sent.round::text;

    INSERT INTO office.round_kind (
        workshop, month, round, kind, customers
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.kind, sent.customers
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, kind text, customers integer
    )
    WHERE push = mine AND part = 'round_kind' AND month_of ? sent.round::text;

    INSERT INTO office.pick (
        workshop, month, round, slot, story_round, story_slot, way, customers, can, notice, days, stay,
        picked_on, start_on, check_on, locked_on, days_to_first_step, stage, attempt, checked_on, verdict,
        notices, no_difference, worse, cannot_tell, staff_tests, sure, kept_on
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.slot, sent.story_round,
        sent.story_slot, sent.way, sent.customers, sent.can, sent.notice, sent.days, sent.stay,
        sent.picked_on, sent.start_on, sent.check_on, sent.locked_on, sent.days_to_first_step, sent.stage,
        sent.attempt, sent.checked_on, sent.verdict, sent.notices, sent.no_difference, sent.worse,
        sent.cannot_tell, sent.staff_tests, sent.sure, sent.kept_on
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, slot smallint, story_round integer, story_slot smallint, way text, customers integer,
        can text, notice text, days text, stay text, picked_on date, start_on date, check_on date,
        locked_on date, days_to_first_step integer, stage text, attempt integer, checked_on date,
        verdict text, notices integer, no_difference integer, worse integer, cannot_tell integer,
        staff_tests integer, sure boolean, kept_on date
    )
    WHERE push = mine AND part = 'pick' AND month_of ? sent.round::text;

    INSERT INTO office.blocker (
        workshop, month, round, slot, number, came_up_on, removed_on, days_lost
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.slot, sent.number, sent.came_up_on,
        sent.removed_on, sent.days_lost
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, slot smallint, number integer, came_up_on date, removed_on date, days_lost integer
    )
    WHERE push = mine AND part = 'blocker' AND month_of ? sent.round::text;

    INSERT INTO office.look_again (
        workshop, month, round, slot, months, asked_on, found
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.slot, sent.months, sent.asked_on,
        sent.found
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, slot smallint, months smallint, asked_on date, found text
    )
    WHERE push = mine AND part = 'look_again' AND month_of ? sent.round::text;

    INSERT INTO office.answer (
        workshop, month, round, answer, wishes, awaited, customers
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.answer, sent.wishes, sent.awaited,
        sent.customers
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, answer text, wishes integer, awaited integer, customers integer
    )
    WHERE push = mine AND part = 'answer' AND month_of ? sent.round::text;

    INSERT INTO office.promise (
        workshop, month, round, slot, headline, promise
    )
    SELECT
        of_team, (month_of ->> sent.round::text)::date, sent.round, sent.slot, sent.headline, sent.promise
    FROM office.staged CROSS JOIN LATERAL json_to_record(columns) AS sent (
        round integer, slot smallint, headline text, promise text
    )
    WHERE push = mine AND part = 'promise' AND month_of ? sent.round::text;
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA office_push FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office_push.version(), office_push.take() TO office_pusher;
RESET ROLE;
