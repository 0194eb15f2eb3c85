package dev.pilcrow.wording;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Lead;
import dev.pilcrow.answer.People.Named;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Questions to begin with, made from an article: what its people say, what it lists, what its sections say, who wrote it
/// and what it is about. Each has been asked, and the article's own sentences answer it. The same article has the same
/// questions always.
public final class Suggestions {

    /// How many there are at the most.
    public static final int MOST = 3;
    private static final int SPEAKERS = 2;
    /// People and sections that are tried.
    private static final int TRIED = 12;
    private static final int HEADING = 30;
    /// Lists of fewer sentences are not worth a question.
    private static final int LIST = 2;
    private static final List<Phrase> LISTS = List.of(Phrase.SUGGEST_COMPANIES, Phrase.SUGGEST_ORGANISATIONS,
            Phrase.SUGGEST_MEDIA, Phrase.SUGGEST_PEOPLE);

    private final Conversation conversation;
    private final Wording wording;

    /// A question that was tried.
    private record Tried(String question, Answer.Grounded answer) {

        int quotes() {
            return answer.citations().size();
        }
    }

    private Suggestions(Conversation conversation, Wording wording) {
        this.conversation = conversation;
        this.wording = wording;
    }

    /// The questions, best first: three for all but the shortest articles.
    public static List<String> of(Conversation conversation, Wording wording) {
        return new Suggestions(conversation, wording).best();
    }

    private List<String> best() {
        List<Tried> best = new ArrayList<>(speakers().stream().limit(SPEAKERS).toList());
        best.addAll(best(LISTS.stream().map(wording::say),
                answer -> answer.lead() == Lead.LIST && answer.citations().size() >= LIST).stream()
                .limit(MOST - best.size()).toList());
        if (best.size() < MOST) {
            best.addAll(best(sections().map(heading -> wording.say(Phrase.SUGGEST_SECTION, heading)),
                    answer -> answer.lead() == Lead.SENTENCES));
        }
        if (best.size() < MOST) {
            best.addAll(best(Stream.of(wording.say(Phrase.SUGGEST_BYLINE)), answer -> answer.lead() == Lead.BYLINE));
            best.addAll(best(Stream.of(wording.say(Phrase.SUGGEST_SUMMARY)), answer -> answer.lead() == Lead.SUMMARY));
        }
        return best.stream().limit(MOST).map(Tried::question).toList();
    }

    /// The questions that are answered, and rightly understood: those with most quotes first.
    private List<Tried> best(Stream<String> questions, Predicate<Answer.Grounded> right) {
        return sorted(questions.flatMap(question -> tried(question, right)));
    }

    private static List<Tried> sorted(Stream<Tried> tried) {
        return tried.sorted(Comparator.comparing((Tried one) -> one.answer().lead() != Lead.SAID_BY)
                .thenComparing(Comparator.comparing(Tried::quotes).reversed())).toList();
    }

    private Stream<Tried> tried(String question, Predicate<Answer.Grounded> right) {
        return conversation.quoting(question) instanceof Answer.Grounded grounded && right.test(grounded)
                ? Stream.of(new Tried(question, grounded))
                : Stream.empty();
    }

    /// Questions for what somebody says, whom the answer names.
    private List<Tried> speakers() {
        Map<String, Named> families = new LinkedHashMap<>();
        conversation.people().forEach(person -> families.putIfAbsent(family(person), person));
        return sorted(families.values().stream().limit(TRIED).flatMap(person -> name(person)
                .map(name -> wording.say(Phrase.SUGGEST_SAID, name))
                .flatMap(question -> tried(question, answer -> isFor(person, answer)))));
    }

    private boolean isFor(Named person, Answer.Grounded answer) {
        return (answer.lead() == Lead.SAID_BY || answer.lead() == Lead.SENTENCES)
                && answer.citations().stream()
                        .anyMatch(citation -> citation.quote().contains(family(person)) && conversation.article()
                                .paragraph(citation.paragraph()).kind() == Paragraph.Kind.BODY);
    }

    /// The last part of a name.
    private static String family(Named person) {
        return person.name().replaceFirst(".*[·・ ]", "");
    }

    /// The name that a reader of another writing can read; none when the article has none.
    private Stream<String> name(Named person) {
        boolean english = wording.language() == ReaderLanguage.ENGLISH;
        String other = english ? "" : person.name();
        String foreign = person.latin().isEmpty() ? other : person.latin();
        String name = wording.language() == ReaderLanguage.of(conversation.article()) ? person.name() : foreign;
        if (name.isEmpty()) {
            return Stream.empty();
        }
        boolean beside = !english && !Character.isIdeographic(name.codePointBefore(name.length()));
        return Stream.of(beside ? name + " " : name);
    }

    private Stream<String> sections() {
        return conversation.article().paragraphs().stream().skip(1)
                .filter(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING).map(Paragraph::text)
                .filter(heading -> heading.length() <= HEADING).limit(TRIED);
    }
}
