-- How much was asked, for all processes: the library's own state of each bucket, until it is full again.
CREATE TABLE bucket (
    id TEXT PRIMARY KEY,
    state BYTEA,
    expires_at BIGINT
) WITH (fillfactor = 50);
CREATE INDEX bucket_expires ON bucket (expires_at);

-- Who has been told that they ask too much, since their last question that was within the limits.
CREATE TABLE told (
    person TEXT PRIMARY KEY,
    until BIGINT NOT NULL
);
