-- What arrived. A row is open until it has an outcome; `head` marks the first open row of each lane.
CREATE TABLE inbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    keys TEXT NOT NULL,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    conversation TEXT NOT NULL,
    lane TEXT NOT NULL,
    person TEXT NOT NULL,
    message TEXT,
    root TEXT,
    urgent BOOLEAN NOT NULL,
    question BOOLEAN NOT NULL,
    payload TEXT NOT NULL,
    busy BOOLEAN NOT NULL,
    head BOOLEAN NOT NULL,
    received BIGINT NOT NULL,
    not_before BIGINT NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    stop TEXT,
    placeholder TEXT,
    answer BIGINT,
    outcome TEXT,
    done_at BIGINT
);
CREATE INDEX inbox_head ON inbox (urgent DESC, id) WHERE head;
CREATE INDEX inbox_lane ON inbox (lane, id) WHERE outcome IS NULL;
CREATE INDEX inbox_waiting ON inbox (lane) WHERE outcome IS NULL AND question AND NOT busy;
CREATE INDEX inbox_chat ON inbox (chat) WHERE outcome IS NULL;
CREATE INDEX inbox_question ON inbox (chat, message) WHERE question;
CREATE INDEX inbox_owner ON inbox (owner) WHERE owner IS NOT NULL;
CREATE INDEX inbox_done ON inbox (done_at, outcome) WHERE outcome IS NOT NULL;

-- The keys of what arrived, and when each was new.
CREATE TABLE seen (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE INDEX seen_at ON seen (at);

CREATE TABLE answer (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery BIGINT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    person TEXT NOT NULL,
    article TEXT NOT NULL,
    language TEXT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    payload TEXT NOT NULL,
    message TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX answer_conversation ON answer (conversation, at);
CREATE INDEX answer_person ON answer (person, at);
CREATE INDEX answer_missing ON answer (at) WHERE kind <> 'grounded';

-- What a conversation was about.
CREATE TABLE turn (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation TEXT NOT NULL,
    article TEXT NOT NULL,
    question TEXT NOT NULL,
    standalone TEXT NOT NULL,
    context TEXT NOT NULL,
    claims TEXT NOT NULL,
    cited TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX turn_conversation ON turn (conversation, id);

CREATE TABLE feedback (
    answer BIGINT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    good BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (answer, person)
);

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL
);

-- Chats that have another id now.
CREATE TABLE chat (
    id TEXT PRIMARY KEY,
    current TEXT NOT NULL
);
CREATE INDEX chat_current ON chat (current);

-- Threads in which the bot says nothing unless it is called.
CREATE TABLE quiet (
    conversation TEXT PRIMARY KEY
);
