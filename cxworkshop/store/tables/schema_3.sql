-- Format 3 gives the workshop an identity, which all its copies carry.
DROP TABLE workshop;
CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    identity TEXT NOT NULL,
    team TEXT NOT NULL,
    language TEXT NOT NULL,
    paper TEXT NOT NULL,
    back_row_px INTEGER,
    ask_before_many INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;
