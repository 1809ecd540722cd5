"""What brings a workspace from one version to the next; entry n leads to `user_version` n + 1.

A released migration is never changed: a new table or column is a new entry.
"""

_VERSION_1 = (
    """
    CREATE TABLE organisation (
        id TEXT PRIMARY KEY,           -- uuid
        short_id TEXT NOT NULL UNIQUE, -- what `jalon list` prints
        name TEXT,
        name_key TEXT,                 -- the name as it is compared
        country TEXT,
        legal_form TEXT,
        created TEXT NOT NULL,         -- UTC, ISO 8601
        changed TEXT NOT NULL
    )
    """,
    "CREATE INDEX organisation_by_name ON organisation (name_key)",
    """
    CREATE TABLE assessment (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        dossier_id TEXT NOT NULL,      -- its id in the organisation's dossier
        date TEXT NOT NULL,
        questionnaire TEXT NOT NULL,
        position TEXT,                 -- the step it was left at
        answered INTEGER NOT NULL DEFAULT 0,
        asked INTEGER NOT NULL DEFAULT 0,
        UNIQUE (organisation_id, dossier_id)
    )
    """,
    """
    CREATE TABLE entry (
        assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,           -- JSON
        PRIMARY KEY (assessment_id, field)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        old TEXT,                      -- JSON, NULL when nothing was said
        new TEXT,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX journal_by_assessment ON journal (assessment_id, seq)",
    """
    CREATE TABLE plan (
        organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        action TEXT NOT NULL,          -- JSON
        PRIMARY KEY (organisation_id, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE change (              -- the last change of each window, to tell the others
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        window TEXT NOT NULL
    )
    """,
)

_VERSION_2 = (
    """
    CREATE TABLE setting (             -- how the person likes the app: theme, adviser mode
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)

_VERSION_3 = (
    "ALTER TABLE assessment ADD COLUMN is_short INTEGER NOT NULL DEFAULT 0",  # the ten-minute version
)

_VERSION_4 = (
    "ALTER TABLE organisation ADD COLUMN archived TEXT",  # day it was put away, NULL while it is followed
    """
    CREATE TABLE session (             -- a meeting of the adviser with the organisation
        seq INTEGER PRIMARY KEY,
        organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        date TEXT NOT NULL,
        people TEXT NOT NULL,          -- JSON, a list of names
        minutes TEXT
    )
    """,
    "CREATE INDEX session_by_organisation ON session (organisation_id, date)",
)

MIGRATIONS = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4)
