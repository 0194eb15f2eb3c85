package dev.pilcrow.slack;

import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.View;
import dev.pilcrow.store.Store;
import dev.pilcrow.transcript.PlayedChat;
import dev.pilcrow.transcript.Scene;
import dev.pilcrow.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A channel of Slack, or a person's own chat with the bot, in which a transcript is played.
final class SlackChat implements PlayedChat {

    private static final Pattern COMMAND = Pattern.compile("(/(?:ask|article|summary))(?: (.*))?", Pattern.DOTALL);
    private static final Pattern MENTION = Pattern.compile("@([\\p{L}\\p{N}]+)");
    private static final Pattern CHOOSES = Pattern.compile("chooses ⟨(.*)⟩");
    private static final Pattern WRITES = Pattern.compile("fills in: (.*)");
    private static final Pattern ON_PAGE = Pattern.compile("presses ⟨(.*)⟩ on the bot’s page");
    private static final Pattern SHORTCUT = Pattern.compile("asks the article about what (\\S+) said");

    private final SlackTalk talk;
    private final Place place;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, SlackMessage> said = new LinkedHashMap<>();
    private SlackWatch watch;
    /// What the bot has done since something was asked, and whether only who asked sees it.
    private SlackWatch asked;
    private boolean whispers;

    private SlackChat(Scene scene, SlackTalk talk) {
        this.talk = talk;
        scene.people().forEach((name, language) -> people.put(name, talk.server.person(name, language)));
        place = scene.group().isEmpty()
                ? talk.server.dm(people.values().iterator().next())
                : scene.isWithoutBot()
                        ? talk.server.strangeChannel(scene.group())
                        : talk.server.channel(scene.group());
        watch = new SlackWatch(talk.server, place, people.values());
        asked = watch;
    }

    static SlackChat of(Scene scene, Path folder) {
        return new SlackChat(scene, SlackTalk.of(SlackTalk.Parts.in(folder).respondent(scene::respondent)
                .limited(scene.limited(SlackTalk.FAST))));
    }

    @Override
    public Store store() {
        return talk.store;
    }

    @Override
    public void watch() {
        watch = new SlackWatch(talk.server, place, people.values());
    }

    @Override
    public void does(Transcript.Step step) {
        switch (step) {
            case Transcript.Says says -> says(says.who(), says.words());
            case Transcript.Replies says -> says(says.who(),
                    person(says.who()).replies(place.botMessages().getLast(), called(says.words())));
            case Transcript.Edits says -> says(says.who(),
                    person(says.who()).edits(said(says.who()), called(says.words())));
            case Transcript.Sends sends -> says(sends.who(),
                    person(sends.who()).sendsFile(place, called(sends.words())));
            case Transcript.Presses presses -> presses(person(presses.who()), presses.label());
            case Transcript.Does does -> does(person(does.who()), does.what());
            case Transcript.Nothing _,Transcript.Direction _ -> throw new IllegalArgumentException("nobody does this");
        }
    }

    private void says(String who, String words) {
        Matcher command = COMMAND.matcher(words);
        if (command.matches()) {
            expects(true);
            person(who).command(place, command.group(1), Objects.requireNonNullElse(command.group(2), ""));
        } else {
            says(who, person(who).says(place, called(words)));
        }
    }

    private void says(String who, SlackMessage message) {
        expects(false);
        said.put(who, message);
    }

    /// @param alone is the answer for who asks alone?
    private void expects(boolean alone) {
        asked = watch;
        whispers = alone;
    }

    private void does(Person person, String what) {
        Matcher chooses = CHOOSES.matcher(what);
        Matcher writes = WRITES.matcher(what);
        Matcher onPage = ON_PAGE.matcher(what);
        Matcher shortcut = SHORTCUT.matcher(what);
        if (chooses.matches()) {
            expects(true);
            person.submits(Map.of("choice", chooses.group(1)));
        } else if (writes.matches()) {
            expects(true);
            person.submits(Map.of("own", writes.group(1)));
        } else if (onPage.matches()) {
            person.presses(person.home().orElseThrow(), onPage.group(1));
        } else if (shortcut.matches()) {
            expects(true);
            person.shortcut(said(shortcut.group(1)), "ask_about");
        } else {
            switch (what) {
                case "closes the window" -> person.closesView();
                case "opens the chat" -> person.opensMessages();
                case "opens the bot’s page" -> person.opensHome();
                case "begins a thread" -> person.startsThread();
                case "presses Slack’s own stop" -> person.stops(place.botMessages().getLast());
                case "lets the bot in" -> place.addsBot(person);
                case "removes the bot" -> place.kicksBot(person);
                default -> throw new IllegalArgumentException("nobody does this: " + what);
            }
        }
    }

    private Person person(String name) {
        return Objects.requireNonNull(people.get(name), () -> "nobody is called " + name);
    }

    private SlackMessage said(String who) {
        return Objects.requireNonNull(said.get(who), () -> who + " has said nothing");
    }

    /// The words with people, and the bot, called as Slack does.
    private String called(String words) {
        return MENTION.matcher(words).replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("Pilcrow")
                ? talk.server.bot().mention()
                : Optional.ofNullable(people.get(found.group(1))).map(Person::mention).orElse(found.group())));
    }

    /// Presses what is in the window that is open, or else on the newest message.
    private void presses(Person person, String label) {
        Optional<View> window = person.view().filter(view -> view.buttons().contains(label));
        if (window.isPresent()) {
            person.presses(window.get(), label);
            return;
        }
        List<SlackMessage> messages = new ArrayList<>(place.botMessages());
        messages.addAll(place.ephemeral(person));
        person.presses(messages.stream().filter(one -> one.buttons().contains(label))
                .max(Comparator.comparing(SlackMessage::ts))
                .orElseThrow(() -> new AssertionError("no button " + label + " in\n" + looks())), label);
    }

    @Override
    public void asks(String who, String words) {
        person(who).says(place, place.id().startsWith("D") ? words : called("@Pilcrow " + words));
    }

    @Override
    public String told(boolean slow) {
        return watch.told(slow);
    }

    @Override
    public String looks() {
        return place + "\n" + people.values().stream().map(place::ephemeral).toList();
    }

    @Override
    public boolean isHandedOver() {
        return talk.server.pending() == 0;
    }

    @Override
    public boolean isPatienceAsked() {
        return whispers ? asked.hasWhispered() : asked.hasReacted();
    }

    @Override
    public List<String> violations() {
        return talk.server.violations();
    }

    @Override
    public void close() {
        talk.close();
    }
}
