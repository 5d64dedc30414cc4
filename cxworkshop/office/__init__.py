"""The programme office: figures of many teams in one PostgreSQL database.

A tool of its own, `cxworkshop-office`; nothing of the app imports it, and it is in no bundle.
"""
