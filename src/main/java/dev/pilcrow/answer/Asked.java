package dev.pilcrow.answer;

/// What kind of thing a question asks for.
enum Asked {
    PERSON, DATE, AGE, NUMBER, MONEY, PERCENT, PLACE, ORGANISATION, REASON, TITLE, OPINION, OTHER
}
