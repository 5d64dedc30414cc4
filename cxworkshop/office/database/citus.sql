-- For ten times as many teams: the same schema over several servers, by the extension Citus.
-- Run it once, by hand, as a superuser, after `cxworkshop-office migrate` and before the first push:
--
--     CREATE EXTENSION citus;
--     \i citus.sql
--
-- What belongs to a team is kept together on one server by the team's identity, which is in every key
-- and in every reference, so that taking, erasing and replacing a team's figures each touch one server.
-- What is small, or asked for by all of them, is on each.
SELECT create_distributed_table('office.workshop', 'workshop');
SELECT create_distributed_table('office.round', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.round_way', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.round_kind', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.pick', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.blocker', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.look_again', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.answer', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.promise', 'workshop', colocate_with => 'office.workshop');
SELECT create_distributed_table('office.erased', 'workshop', colocate_with => 'office.workshop');
SELECT create_reference_table('office.access');
SELECT create_reference_table('office.retention');
-- These stay where people connect: local to the coordinator, as any table is that is not named here.
-- local: office.migration office.staged office.touched office.cell office.published office.published_promise office.refreshed
