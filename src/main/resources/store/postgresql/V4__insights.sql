-- What is told of the answers about one article since a time.
CREATE INDEX answer_article ON answer (article, at);
