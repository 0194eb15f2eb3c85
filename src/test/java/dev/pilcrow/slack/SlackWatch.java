package dev.pilcrow.slack;

import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.slack.server.View;
import dev.pilcrow.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the bot does in a place, and what it shows the people there, from now on.
final class SlackWatch {

    private static final String PROMPTS = "assistant.threads.setSuggestedPrompts";
    private static final String SIGN = "reactions.add";
    private static final List<String> READ = List.of("eyes");

    private final SlackServer server;
    private final Place place;
    private final List<Person> people;
    private final Map<String, Integer> edits = new HashMap<>();
    private final Map<String, List<String>> signs = new HashMap<>();
    private final Map<Person, Optional<View>> windows = new HashMap<>();
    private final Map<Person, Optional<View>> pages = new HashMap<>();
    private final int prompts;
    private final int reactions;
    private final int statuses;

    SlackWatch(SlackServer server, Place place, Collection<Person> people) {
        this.server = server;
        this.place = place;
        this.people = List.copyOf(people);
        place.messages().forEach(message -> {
            edits.put(message.ts(), message.edits());
            signs.put(message.ts(), message.reactions());
        });
        people.forEach(person -> {
            place.ephemeral(person).forEach(message -> edits.put(message.ts(), message.edits()));
            windows.put(person, person.view());
            pages.put(person, person.home());
        });
        reactions = server.counts().getOrDefault(SIGN, 0);
        prompts = server.counts().getOrDefault(PROMPTS, 0);
        statuses = place.sessions().statuses().size();
    }

    /// What it has done, in the lines of a transcript; nothing when it was silent.
    ///
    /// @param slow is somebody kept waiting? Only then is it told that an answer is coming, as a busy machine may say so at
    ///        any time
    String told(boolean slow) {
        List<String> told = new ArrayList<>();
        people.forEach(person -> whispers(person, slow, told));
        place.botMessages().stream().filter(this::isChanged)
                .forEach(message -> told.add(" changes to: " + SlackSeen.message(message)));
        place.botMessages().stream().filter(message -> !edits.containsKey(message.ts()))
                .forEach(message -> told.add(where(message) + ": " + SlackSeen.message(message)));
        people.forEach(person -> windows(person, told));
        if (server.counts().getOrDefault(PROMPTS, 0) > prompts) {
            told.add(" suggests: " + SlackSeen.prompts(server.sent(PROMPTS).getLast().body()));
        }
        signs(slow, told);
        return told.stream().map(one -> Transcript.BOT + one + '\n').collect(Collectors.joining());
    }

    /// Has it told anybody anything that others do not see?
    boolean hasWhispered() {
        return people.stream().flatMap(person -> place.ephemeral(person).stream())
                .anyMatch(message -> !edits.containsKey(message.ts()));
    }

    /// Has it put a sign on a message?
    boolean hasReacted() {
        return server.counts().getOrDefault(SIGN, 0) > reactions;
    }

    private boolean isChanged(SlackMessage message) {
        return edits.getOrDefault(message.ts(), message.edits()) != message.edits();
    }

    private void whispers(Person person, boolean slow, List<String> told) {
        List<SlackMessage> all = place.ephemeral(person);
        all.stream().filter(this::isChanged)
                .forEach(message -> told.add(" changes the whisper to: " + SlackSeen.message(message)));
        all.stream().filter(message -> !edits.containsKey(message.ts()))
                .filter(message -> slow || !asksForPatience(message)).forEach(message -> told.add(
                        " whispers to " + person.name() + inThread(message) + ": " + SlackSeen.message(message)));
    }

    /// Does it only tell that an answer is coming?
    private static boolean asksForPatience(SlackMessage message) {
        return message.elements().stream().anyMatch(button -> button.actionId().startsWith("stop:"));
    }

    private String where(SlackMessage message) {
        return place.id().startsWith("D") ? "" : message.thread().isEmpty() ? " in the channel" : inThread(message);
    }

    private String inThread(SlackMessage message) {
        return message.thread().isEmpty()
                ? ""
                : place.find(message.thread()).map(root -> root.byBot()
                        ? " in its own thread"
                        : " in " + root.author().name() + "’s thread").orElse(" in a thread");
    }

    private void windows(Person person, List<String> told) {
        person.view().filter(now -> !same(now, before(windows, person))).ifPresent(now -> {
            boolean changes = before(windows, person)
                    .filter(before -> before.id().equals(now.id())).isPresent();
            told.add((changes ? " changes the window “" : " opens a window “") + now.title() + "”: "
                    + SlackSeen.view(now));
        });
        person.home().filter(now -> !same(now, before(pages, person)))
                .ifPresent(now -> told.add(" shows its page: " + SlackSeen.view(now)));
    }

    private static Optional<View> before(Map<Person, Optional<View>> views, Person person) {
        return views.getOrDefault(person, Optional.empty());
    }

    private static boolean same(View now, Optional<View> before) {
        return before.map(View::json).filter(now.json()::equals).isPresent();
    }

    private void signs(boolean slow, List<String> told) {
        if (slow && place.sessions().statuses().size() > statuses) {
            String thread = place.sessions().statuses().getLast().thread();
            told.add(" is seen at work on “" + place.sessions().title(thread) + "”");
        }
        place.messages().forEach(message -> {
            List<String> now = message.reactions();
            boolean idle = now.equals(READ) && !slow;
            if (!idle && !now.equals(signs.getOrDefault(message.ts(), List.of()))) {
                told.add(" reacts " + now.stream().map(SlackWatch::sign).collect(Collectors.joining(" ")));
            }
        });
    }

    private static String sign(String name) {
        return switch (name) {
            case "eyes" -> "👀";
            case "zzz" -> "💤";
            default -> ":" + name + ":";
        };
    }
}
