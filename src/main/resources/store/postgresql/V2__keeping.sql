-- Whose question a turn is of: the platform's id, as in `answer`; empty where nobody knows.
ALTER TABLE turn ADD COLUMN person TEXT NOT NULL DEFAULT '';
UPDATE turn SET person = COALESCE((
    SELECT answer.person FROM answer
    WHERE answer.conversation = turn.conversation AND answer.question = turn.question
    ORDER BY abs(answer.at - turn.at) LIMIT 1), '');
CREATE INDEX turn_person ON turn (person);
CREATE INDEX turn_at ON turn (at);

CREATE INDEX inbox_person ON inbox (person);
CREATE INDEX inbox_forgotten ON inbox (id) WHERE stop = 'forgotten';
CREATE INDEX answer_at ON answer (at);
CREATE INDEX feedback_person ON feedback (person);

-- When a process last said that the article is asked about.
ALTER TABLE article ADD COLUMN used BIGINT NOT NULL DEFAULT 0;
UPDATE article SET used = CAST(extract(epoch FROM now()) * 1000 AS BIGINT);

-- When it was noted.
ALTER TABLE chat ADD COLUMN at BIGINT NOT NULL DEFAULT 0;
UPDATE chat SET at = CAST(extract(epoch FROM now()) * 1000 AS BIGINT);
ALTER TABLE quiet ADD COLUMN at BIGINT NOT NULL DEFAULT 0;
UPDATE quiet SET at = CAST(extract(epoch FROM now()) * 1000 AS BIGINT);

-- When somebody was forgotten, for processes to forget what they have in memory.
CREATE TABLE forgotten (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL
);
