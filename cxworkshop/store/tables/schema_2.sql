-- Format 2 adds the marks of what a rescue could not read for certain.
CREATE TABLE doubtful (
    id TEXT PRIMARY KEY,
    tbl TEXT NOT NULL,
    "row" TEXT NOT NULL,
    settled_on TEXT,
    seq INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;
