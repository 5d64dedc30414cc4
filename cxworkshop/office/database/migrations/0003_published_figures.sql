-- From rows of teams to what the office may see.
--
-- office.cell adds up what teams sent, and nobody but the owner reads it. office.published is all that
-- ever leaves: every cell of it is of 5 customers and 3 teams at least, and every count is rounded to the
-- nearest 5. A total is rounded by itself and not from its parts, so a total less the parts that are
-- shown says of the part that is missing no more than a range of 5 and more.
SET LOCAL ROLE office_owner;

CREATE TABLE office.cell (
    programme text NOT NULL,
    site text NOT NULL,
    month date NOT NULL,
    measure text NOT NULL,
    part text NOT NULL,
    value bigint NOT NULL,
    customers bigint NOT NULL,       -- behind the value: those whose wishes or answers it counts
    teams bigint NOT NULL,
    PRIMARY KEY (programme, month, site, measure, part)
);

CREATE TABLE office.published (
    programme text NOT NULL,
    is_site boolean NOT NULL,        -- false: the whole programme, with all its sites
    site text NOT NULL,
    grain text NOT NULL CHECK (grain IN ('month', 'year')),
    since date NOT NULL,
    measure text NOT NULL,
    part text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (programme, grain, since, is_site, site, measure, part)
);

-- Teams' own words, where they send them: of the whole programme, and of no site and no team.
CREATE TABLE office.published_promise (
    programme text NOT NULL,
    month date NOT NULL,
    number integer NOT NULL,         -- by the words, so that it says nothing of whose they are
    way text,
    kept boolean NOT NULL,
    headline text NOT NULL,
    promise text NOT NULL,
    PRIMARY KEY (programme, month, number)
);

CREATE TABLE office.refreshed (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    at timestamptz
);
INSERT INTO office.refreshed DEFAULT VALUES;

CREATE FUNCTION office.least_customers() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 5';
CREATE FUNCTION office.least_teams() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 3';
CREATE FUNCTION office.rounded(n numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT (round(n / 5) * 5)::bigint $$;

-- Each measure of a month: its part, what it counts, the customers behind it, and whose it is.
CREATE FUNCTION office.measured(of_month date) RETURNS TABLE (
    programme text, site text, measure text, part text, value bigint, customers bigint, teams bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
    WITH team AS (SELECT workshop, programme, site FROM office.workshop WHERE NOT made_up),
    pick AS (SELECT * FROM office.pick WHERE month = of_month),
    fact AS (
        SELECT workshop, 'heard' AS measure, 'customers' AS part, customers AS value, customers
        FROM office.round WHERE month = of_month
        UNION ALL
        SELECT workshop, 'heard', told.part, told.n, customers
        FROM office.round CROSS JOIN LATERAL (VALUES ('said', said), ('rounds', 1)) AS told (part, n)
        WHERE month = of_month
        UNION ALL
        SELECT workshop, 'way', way, customers, customers FROM office.round_way WHERE month = of_month
        UNION ALL
        SELECT workshop, 'kind', kind, customers, customers FROM office.round_kind WHERE month = of_month
        UNION ALL
        SELECT workshop, 'outcome', came_to.part, 1, customers
        FROM pick CROSS JOIN LATERAL (VALUES
            ('1 picked', true),
            ('2 begun', locked_on IS NOT NULL),
            ('3 asked', verdict IS NOT NULL),
            ('4 noticed', verdict IN ('notice', 'some')),
            ('5 kept', kept_on IS NOT NULL),
            ('6 tried, and learned', verdict = 'none')
        ) AS came_to (part, is_so) WHERE came_to.is_so
        UNION ALL
        SELECT workshop, 'picked way', way, 1, customers FROM pick WHERE way IS NOT NULL
        UNION ALL
        SELECT workshop, 'noticed way', way, 1, customers FROM pick
        WHERE way IS NOT NULL AND verdict IN ('notice', 'some')
        UNION ALL
        SELECT workshop, 'mark', said.part, said.n, said.n
        FROM pick CROSS JOIN LATERAL (VALUES
            ('1 notices', notices), ('2 no difference', no_difference),
            ('3 worse', worse), ('4 cannot tell', cannot_tell)
        ) AS said (part, n) WHERE said.n > 0
        UNION ALL
        SELECT workshop, 'criterion', judged.part || ' ' || judged.answer, 1, customers
        FROM pick CROSS JOIN LATERAL (VALUES
            ('can', can), ('notice', notice), ('days', days), ('stay', stay)
        ) AS judged (part, answer) WHERE judged.answer IS NOT NULL
        UNION ALL
        SELECT workshop, 'days to first step', taken.part, 1, customers
        FROM pick CROSS JOIN LATERAL (VALUES
            (lpad(least(days_to_first_step, 999)::text, 3, '0')), ('all')
        ) AS taken (part) WHERE days_to_first_step IS NOT NULL
        UNION ALL
        SELECT look.workshop, 'look again', lpad(months::text, 3, '0') || ' ' || found, 1, pick.customers
        FROM office.look_again AS look JOIN pick USING (workshop, month, round, slot)
        WHERE look.month = of_month
        UNION ALL
        SELECT workshop, 'answer', answer, wishes, customers FROM office.answer WHERE month = of_month
        UNION ALL
        SELECT workshop, 'answer', 'awaited', awaited, customers
        FROM office.answer WHERE month = of_month AND awaited > 0
        UNION ALL
        SELECT blocker.workshop, waits.measure, coalesce(pick.way, 'no way'), waits.n, pick.customers
        FROM office.blocker JOIN pick USING (workshop, month, round, slot)
        CROSS JOIN LATERAL (VALUES
            ('days lost', days_lost), ('blockers', 1), ('blockers open', (removed_on IS NULL)::integer)
        ) AS waits (measure, n)
        WHERE blocker.month = of_month AND waits.n > 0
    ), by_team AS (
        SELECT workshop, measure, part, sum(value) AS value, sum(customers) AS customers
        FROM fact GROUP BY workshop, measure, part
    )
    SELECT programme, site, measure, part, sum(value), sum(customers), count(*)
    FROM by_team JOIN team USING (workshop)
    GROUP BY programme, site, measure, part
$$;

-- Everything again of the months of which something has come, or that were erased.
CREATE FUNCTION office.refresh() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    stale date[];
    of_month date;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('office.refresh'));
    WITH gone AS (DELETE FROM office.touched RETURNING month)
    SELECT array_agg(DISTINCT month) INTO stale FROM gone;
    IF stale IS NULL THEN
        RETURN 0;
    END IF;
    FOREACH of_month IN ARRAY stale LOOP
        DELETE FROM office.cell WHERE month = of_month;
        INSERT INTO office.cell (programme, site, month, measure, part, value, customers, teams)
        SELECT programme, site, of_month, measure, part, value, customers, teams
        FROM office.measured(of_month);
    END LOOP;
    PERFORM office.publish_promises(stale);
    PERFORM office.publish('month', stale);
    PERFORM office.publish('year', (SELECT array_agg(DISTINCT date_trunc('year', month)::date)
                                    FROM unnest(stale) AS month));
    UPDATE office.refreshed SET at = now();
    RETURN cardinality(stale);
END
$$;

-- What may be seen of these months or years. Of days to the first step the median and the quarters
-- are told: how many teams needed how many days would be a list of single teams.
CREATE FUNCTION office.publish(of_grain text, of_dates date[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
BEGIN
    DELETE FROM office.published WHERE grain = of_grain AND since = ANY (of_dates);
    WITH by_month AS (
        SELECT cell.programme, level.is_site, level.site, cell.month, cell.measure, cell.part,
               sum(cell.value) AS value, sum(cell.customers) AS customers, sum(cell.teams) AS teams
        FROM office.cell
        CROSS JOIN LATERAL (VALUES (false, ''), (true, cell.site)) AS level (is_site, site)
        WHERE date_trunc(of_grain, cell.month)::date = ANY (of_dates)
        GROUP BY 1, 2, 3, 4, 5, 6
    ), summed AS MATERIALIZED (
        -- the same teams come again in other months, so they are no more than in the fullest one
        SELECT programme, is_site, site, date_trunc(of_grain, month)::date AS since, measure, part,
               sum(value) AS value, sum(customers) AS customers, max(teams) AS teams
        FROM by_month GROUP BY 1, 2, 3, 4, 5, 6
    ), seen AS (
        SELECT * FROM summed
        WHERE customers >= office.least_customers() AND teams >= office.least_teams()
    ), spread AS (
        -- 'all' comes behind the days: its row counts picks, customers and teams each once
        SELECT programme, is_site, site, since, part,
               sum(value) FILTER (WHERE part <> 'all') OVER (place ORDER BY part) AS so_far,
               max(value) FILTER (WHERE part = 'all' AND value >= office.least_customers()
                   AND customers >= office.least_customers() AND teams >= office.least_teams()) OVER place AS n
        FROM summed WHERE measure = 'days to first step'
        WINDOW place AS (PARTITION BY programme, is_site, site, since)
    )
    INSERT INTO office.published (programme, is_site, site, grain, since, measure, part, value)
    SELECT programme, is_site, site, of_grain, since, measure, part, office.rounded(value)
    FROM seen WHERE measure <> 'days to first step'
    UNION ALL
    SELECT programme, is_site, site, of_grain, since, 'days to first step', q.part, min(spread.part::bigint)
    FROM spread CROSS JOIN (VALUES ('1 a quarter', 0.25), ('2 half', 0.5), ('3 three quarters', 0.75)) AS q (part, share)
    WHERE spread.part <> 'all' AND so_far >= n * q.share
    GROUP BY programme, is_site, site, since, q.part;
END
$$;
-- A promise is published where 5 customers and more have said what it is about, and 3 teams and more of
-- the programme have sent one in that month.
CREATE FUNCTION office.publish_promises(of_months date[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM office.published_promise WHERE month = ANY (of_months);
    INSERT INTO office.published_promise (programme, month, number, way, kept, headline, promise)
    SELECT programme, month,
           row_number() OVER (PARTITION BY programme, month ORDER BY promise COLLATE "C", headline COLLATE "C"),
           way, kept, headline, promise
    FROM (
        SELECT team.programme, pick.month, pick.way, pick.kept_on IS NOT NULL AS kept, said.headline, said.promise,
               dense_rank() OVER (PARTITION BY team.programme, pick.month ORDER BY workshop)
               + dense_rank() OVER (PARTITION BY team.programme, pick.month ORDER BY workshop DESC) - 1 AS teams
        FROM office.promise AS said
        JOIN office.pick USING (workshop, month, round, slot)
        JOIN office.workshop AS team USING (workshop)
        WHERE month = ANY (of_months) AND NOT team.made_up AND pick.customers >= office.least_customers()
    ) AS of_teams
    WHERE teams >= office.least_teams()
$$;
GRANT EXECUTE ON FUNCTION office.refresh() TO office_pusher;

-- Who may see what has been published. The whole programme is seen by those alone who may see all of it.
GRANT SELECT ON office.published, office.published_promise, office.refreshed TO office_gate;
ALTER TABLE office.published_promise ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by ON office.published_promise FOR SELECT TO office_gate USING (
    programme = ANY ((SELECT office.programmes(false))::text[])
);
ALTER TABLE office.published ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by ON office.published FOR SELECT TO office_gate USING (
    programme = ANY ((SELECT office.programmes(false))::text[])
    OR (is_site AND programme || E'\x1f' || site = ANY ((SELECT office.sites(false))::text[]))
);
ALTER TABLE office.cell ENABLE ROW LEVEL SECURITY;  -- and no policy: nobody but the owner reads it
RESET ROLE;
