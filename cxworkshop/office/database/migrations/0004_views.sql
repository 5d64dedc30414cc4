-- What a reader may query: views over what was published, and nothing else. They run as office_gate,
-- for which the policy of office.published holds; a barrier keeps a function in somebody's WHERE from
-- seeing a row before the policy has. `site` is NULL where the whole programme is counted.
SET LOCAL ROLE office_gate;

CREATE VIEW office_views.figures WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, measure, part, value
FROM office.published;

CREATE VIEW office_views.heard WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS what, value AS number
FROM office.published WHERE measure = 'heard';

CREATE VIEW office_views.ways WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS customers
FROM office.published WHERE measure = 'way';

CREATE VIEW office_views.kinds WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS kind, value AS customers
FROM office.published WHERE measure = 'kind';

CREATE VIEW office_views.outcomes WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS came_to, value AS improvements
FROM office.published WHERE measure = 'outcome';

CREATE VIEW office_views.ways_picked WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS improvements
FROM office.published WHERE measure = 'picked way';

CREATE VIEW office_views.ways_noticed WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS improvements
FROM office.published WHERE measure = 'noticed way';

CREATE VIEW office_views.marks WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS mark, value AS customers
FROM office.published WHERE measure = 'mark';

CREATE VIEW office_views.criteria WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS answer, value AS improvements
FROM office.published WHERE measure = 'criterion';

CREATE VIEW office_views.looks_again WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS months_and_found, value AS improvements
FROM office.published WHERE measure = 'look again';

CREATE VIEW office_views.days_to_first_step WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS share_of_improvements, value AS days
FROM office.published WHERE measure = 'days to first step';

CREATE VIEW office_views.answers WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS answer, value AS wishes
FROM office.published WHERE measure = 'answer';

CREATE VIEW office_views.days_lost WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS days
FROM office.published WHERE measure = 'days lost';

CREATE VIEW office_views.blockers WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS blockers
FROM office.published WHERE measure = 'blockers';

CREATE VIEW office_views.blockers_open WITH (security_barrier) AS
SELECT programme, CASE WHEN is_site THEN site END AS site, grain, since, part AS way, value AS blockers
FROM office.published WHERE measure = 'blockers open';

CREATE VIEW office_views.promises WITH (security_barrier) AS
SELECT programme, month, way, kept, headline, promise
FROM office.published_promise;

CREATE VIEW office_views.as_of WITH (security_barrier) AS
SELECT at FROM office.refreshed;

GRANT SELECT ON ALL TABLES IN SCHEMA office_views TO office_reader;
RESET ROLE;
