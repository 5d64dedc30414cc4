-- Roles, the tables of what teams send, and who may see which programme and site.
--
-- office_owner owns the tables, and so no policy holds it back: refresh, erasure and retention run as it.
-- office_gate owns what others call and read through, and every policy holds for it. Both can't log in.
-- Who logs in is a member of office_pusher or office_reader, which have no right on any table.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['office_owner', 'office_gate', 'office_pusher', 'office_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
    END LOOP;
    IF NOT pg_has_role(CURRENT_USER, 'office_owner', 'USAGE') THEN
        EXECUTE format('GRANT office_owner TO %I', CURRENT_USER);
    END IF;
    IF NOT pg_has_role(CURRENT_USER, 'office_gate', 'USAGE') THEN
        EXECUTE format('GRANT office_gate TO %I', CURRENT_USER);
    END IF;
END
$$;

CREATE SCHEMA office AUTHORIZATION office_owner;
CREATE SCHEMA office_push AUTHORIZATION office_gate;
CREATE SCHEMA office_views AUTHORIZATION office_gate;
GRANT USAGE ON SCHEMA office TO office_gate, office_pusher;
GRANT USAGE ON SCHEMA office_push TO office_pusher;
GRANT USAGE ON SCHEMA office_views TO office_reader;

SET LOCAL ROLE office_owner;
ALTER DEFAULT PRIVILEGES IN SCHEMA office REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE office.migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE office.access (
    role name NOT NULL,
    programme text NOT NULL,
    site text,                       -- NULL: the whole programme
    may_push boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (role, programme, site)
);

CREATE TABLE office.erased (
    workshop uuid PRIMARY KEY,
    erased_on date NOT NULL DEFAULT CURRENT_DATE
);

CREATE TABLE office.retention (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    first_month date NOT NULL        -- what began in an earlier month is not kept, nor taken again
);
INSERT INTO office.retention (first_month) VALUES ('1900-01-01');

CREATE TABLE office.workshop (
    workshop uuid PRIMARY KEY,
    seq bigint NOT NULL CHECK (seq >= 0),
    digest text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{16}$'),
    programme text NOT NULL CHECK (programme <> '' AND length(programme) <= 200),
    site text NOT NULL CHECK (length(site) <= 200),
    team text NOT NULL CHECK (length(team) <= 200),
    made_up boolean NOT NULL,
    content text NOT NULL CHECK (length(content) <= 64),  -- a hash of its rows: the same again changes nothing
    months date[] NOT NULL,          -- where its rows are, so that no other partition is touched
    month_hashes jsonb NOT NULL,     -- of its rows in each: a month that is as it was is left alone
    pushed_at timestamptz NOT NULL DEFAULT now(),
    pushed_by name NOT NULL DEFAULT SESSION_USER
);
CREATE INDEX ON office.workshop (programme, site);

CREATE TABLE office.round (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    round integer NOT NULL CHECK (round BETWEEN 1 AND 999),
    started_on date NOT NULL,
    ended_on date,
    customers integer NOT NULL CHECK (customers >= 0),
    said integer NOT NULL CHECK (said >= 0),
    PRIMARY KEY (workshop, month, round)
) PARTITION BY RANGE (month);

CREATE TABLE office.round_way (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    way text NOT NULL CHECK (way ~ '^[a-z0-9_-]{1,40}$'),
    customers integer NOT NULL CHECK (customers >= 0),
    PRIMARY KEY (workshop, month, round, way)
) PARTITION BY RANGE (month);

CREATE TABLE office.round_kind (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    kind text NOT NULL CHECK (length(kind) <= 200),
    customers integer NOT NULL CHECK (customers >= 0),
    PRIMARY KEY (workshop, month, round, kind)
) PARTITION BY RANGE (month);

CREATE TABLE office.pick (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 3),
    story_round integer NOT NULL,
    story_slot smallint NOT NULL,
    way text,
    customers integer NOT NULL CHECK (customers >= 0),
    can text CHECK (can IN ('yes', 'no', 'unsure')),
    notice text CHECK (notice IN ('yes', 'no', 'unsure')),
    days text CHECK (days IN ('yes', 'no', 'unsure')),
    stay text CHECK (stay IN ('yes', 'no', 'unsure')),
    picked_on date,
    start_on date,
    check_on date,
    locked_on date,
    days_to_first_step integer CHECK (days_to_first_step >= 0),
    stage text NOT NULL,
    attempt integer,
    checked_on date,
    verdict text CHECK (verdict IN ('notice', 'some', 'none')),
    notices integer NOT NULL CHECK (notices >= 0),
    no_difference integer NOT NULL CHECK (no_difference >= 0),
    worse integer NOT NULL CHECK (worse >= 0),
    cannot_tell integer NOT NULL CHECK (cannot_tell >= 0),
    staff_tests integer NOT NULL CHECK (staff_tests >= 0),
    sure boolean,
    kept_on date,
    PRIMARY KEY (workshop, month, round, slot)
) PARTITION BY RANGE (month);

CREATE TABLE office.blocker (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    slot smallint NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    came_up_on date,
    removed_on date,
    days_lost integer NOT NULL CHECK (days_lost >= 0),
    PRIMARY KEY (workshop, month, round, slot, number)
) PARTITION BY RANGE (month);

CREATE TABLE office.look_again (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    slot smallint NOT NULL,
    months smallint NOT NULL CHECK (months BETWEEN 1 AND 120),
    asked_on date,
    found text NOT NULL CHECK (found IN ('noticed', 'slipping', 'gone')),
    PRIMARY KEY (workshop, month, round, slot, months)
) PARTITION BY RANGE (month);

CREATE TABLE office.answer (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    answer text NOT NULL CHECK (answer IN ('did', 'tried', 'doing', 'list', 'cant', 'handed-on')),
    wishes integer NOT NULL CHECK (wishes >= 0),
    awaited integer NOT NULL CHECK (awaited >= 0),
    customers integer NOT NULL CHECK (customers >= 0),
    PRIMARY KEY (workshop, month, round, answer)
) PARTITION BY RANGE (month);

CREATE TABLE office.promise (
    workshop uuid NOT NULL REFERENCES office.workshop ON DELETE CASCADE,
    month date NOT NULL,
    round integer NOT NULL,
    slot smallint NOT NULL,
    headline text NOT NULL CHECK (length(headline) <= 2000),
    promise text NOT NULL CHECK (length(promise) <= 10000),
    PRIMARY KEY (workshop, month, round, slot)
) PARTITION BY RANGE (month);

-- What one transaction has brought by COPY. Its default says whose it is, and nobody may write it.
CREATE UNLOGGED TABLE office.staged (
    push xid8 NOT NULL DEFAULT pg_current_xact_id(),
    part text NOT NULL,
    columns json NOT NULL
);
CREATE INDEX ON office.staged (push);
GRANT INSERT (part, columns) ON office.staged TO office_pusher;

-- Months of which something has come since the published figures were made.
CREATE TABLE office.touched (month date NOT NULL);

-- One partition a month, and one for everything before 2020. They are made ahead of a push, in a
-- transaction of their own: making one waits for all who write.
CREATE FUNCTION office.add_months(first date, last date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    begin_ date := greatest(date_trunc('month', first)::date, date '2020-01-01');
    end_ date := least(last, CURRENT_DATE + 400);
    made integer := 0;
    part text;
BEGIN
    WHILE begin_ <= end_ LOOP
        IF to_regclass(format('office.round_%s', to_char(begin_, 'YYYY_MM'))) IS NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext('office.add_months'));
            FOREACH part IN ARRAY ARRAY['round', 'round_way', 'round_kind', 'pick', 'blocker', 'look_again', 'answer', 'promise'] LOOP
                EXECUTE format(
                    'CREATE TABLE IF NOT EXISTS office.%I PARTITION OF office.%I FOR VALUES FROM (%L) TO (%L)',
                    part || to_char(begin_, '_YYYY_MM'), part, begin_, (begin_ + interval '1 month')::date);
            END LOOP;
            made := made + 1;
        END IF;
        begin_ := (begin_ + interval '1 month')::date;
    END LOOP;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION office.add_months TO office_pusher;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['round', 'round_way', 'round_kind', 'pick', 'blocker', 'look_again', 'answer', 'promise'] LOOP
        EXECUTE format(
            'CREATE TABLE office.%I PARTITION OF office.%I FOR VALUES FROM (MINVALUE) TO (''2020-01-01'')',
            part || '_earlier', part);
    END LOOP;
END
$$;
SELECT office.add_months((CURRENT_DATE - interval '1 month')::date, (CURRENT_DATE + interval '2 months')::date);

-- Which programmes, and which sites of others, the person who has logged in may see or push to.
-- They are asked once for each statement, by a subselect. Who may push to a programme sees nothing of
-- it: with teams of one's own making, customer by customer, a rounded count could be made to tip over.
-- Whoever is of office_owner could read the tables anyway.
CREATE FUNCTION office.granted(pushing boolean) RETURNS SETOF office.access
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH mine AS (
        SELECT * FROM office.access WHERE pg_has_role(SESSION_USER, role, 'MEMBER')
    )
    SELECT * FROM mine
    WHERE CASE WHEN pushing THEN may_push ELSE
        pg_has_role(SESSION_USER, 'office_owner', 'MEMBER')
        OR NOT EXISTS (SELECT FROM mine AS own WHERE own.may_push AND own.programme = mine.programme)
    END
$$;
CREATE FUNCTION office.programmes(pushing boolean) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(programme), '{}') FROM office.granted(pushing) WHERE site IS NULL
$$;
CREATE FUNCTION office.sites(pushing boolean) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(programme || E'\x1f' || site), '{}')
    FROM office.granted(pushing) WHERE site IS NOT NULL
$$;
-- A policy of a view calls them as whoever looks through it.
GRANT EXECUTE ON FUNCTION office.programmes, office.sites TO office_gate, office_reader;

GRANT SELECT, INSERT, UPDATE ON office.workshop TO office_gate;
GRANT SELECT ON office.erased, office.retention, office.migration, office.staged TO office_gate;
GRANT DELETE ON office.staged TO office_gate;
GRANT INSERT ON office.touched TO office_gate;

ALTER TABLE office.workshop ENABLE ROW LEVEL SECURITY;
CREATE POLICY pushed_to ON office.workshop TO office_gate USING (
    programme = ANY ((SELECT office.programmes(true))::text[])
    OR programme || E'\x1f' || site = ANY ((SELECT office.sites(true))::text[])
);

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['round', 'round_way', 'round_kind', 'pick', 'blocker', 'look_again', 'answer', 'promise'] LOOP
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON office.%I TO office_gate', part);
        EXECUTE format('ALTER TABLE office.%I ENABLE ROW LEVEL SECURITY', part);
        -- A row is where its workshop is; what stands in the subselect is held back by the policy above.
        EXECUTE format(
            'CREATE POLICY of_workshop ON office.%I TO office_gate USING
             (EXISTS (SELECT FROM office.workshop AS team WHERE team.workshop = %I.workshop))', part, part);
    END LOOP;
END
$$;
RESET ROLE;
