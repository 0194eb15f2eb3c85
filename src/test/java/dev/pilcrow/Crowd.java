package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// People on several platforms who come again and again, one after the other: they ask in three languages, press the first
/// button under an answer, and change what they have asked.
final class Crowd implements AutoCloseable {

    private static final List<String> OTHERS = List.of("Who founded DeepSeek?", "深度求索的創辦人是誰？",
            "What is the article about?", "誰批評了拜登政府的規則？", "Who wrote this?");
    private static final int QUESTIONS = 300;
    /// Of so many chats one is a group.
    private static final int CHATS_A_GROUP = 7;
    private static final int QUESTIONS_AN_OTHER = 3;
    private static final int QUESTIONS_A_PRESS = 4;
    private static final int QUESTIONS_AN_EDIT = 5;
    private static final Set<String> PLACEHOLDERS = Stream.of(ReaderLanguage.values())
            .map(language -> Wordings.packaged().in(language).say(Phrase.WORKING)).collect(Collectors.toSet());

    private final List<Town> towns;
    private final List<Town.Room> rooms = new ArrayList<>();
    /// How many were asked in each room.
    private final int[] questions;
    private int asked;

    /// @param towns where people are; they are closed with the crowd
    /// @param chats of all towns
    Crowd(List<Town> towns, int chats) {
        this.towns = List.copyOf(towns);
        this.questions = new int[chats];
        IntStream.range(0, chats).forEach(
                number -> rooms.add(towns.get(number % towns.size()).room(number, number % CHATS_A_GROUP == 0)));
    }

    /// What a bot for all towns is started with.
    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>();
        towns.forEach(town -> all.putAll(town.settings()));
        return all;
    }

    /// A question in every chat, one after the other.
    void everybodyAsks(Duration pace) {
        for (int i = 0; i < rooms.size(); i++) {
            ask();
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    /// A question at every beat.
    void asksUntil(BooleanSupplier over, Duration pace) {
        for (long next = System.nanoTime() + pace.toNanos(); !over.getAsBoolean(); next += pace.toNanos()) {
            ask();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void ask() {
        Town.Room room = rooms.get(asked % rooms.size());
        int before = questions[asked % rooms.size()]++;
        if (before > 0 && !room.answers(before - 1, PLACEHOLDERS).isEmpty()) {
            if (asked % QUESTIONS_A_PRESS == 0) {
                room.press();
            } else if (asked % QUESTIONS_AN_EDIT == 0) {
                room.edit(text(asked + 1));
            }
        }
        room.ask(text(asked));
        asked++;
    }

    private static String text(int number) {
        return number % QUESTIONS_AN_OTHER == 0
                ? OTHERS.get(number / QUESTIONS_AN_OTHER % OTHERS.size())
                : Questions.text(number % QUESTIONS);
    }

    int asked() {
        return asked;
    }

    /// What has become of the questions by now.
    Readers.Count count() {
        int lost = 0;
        int twice = 0;
        for (int room = 0; room < questions.length; room++) {
            for (int question = 0; question < questions[room]; question++) {
                int answers = rooms.get(room).answers(question, PLACEHOLDERS).size();
                lost += answers == 0 ? 1 : 0;
                twice += Math.max(0, answers - 1);
            }
        }
        return new Readers.Count(lost, twice, 0, 0);
    }

    List<String> violations() {
        return towns.stream().flatMap(town -> town.violations().stream()).toList();
    }

    @Override
    public void close() {
        towns.forEach(Town::close);
    }
}
