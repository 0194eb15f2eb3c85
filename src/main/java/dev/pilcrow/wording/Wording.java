package dev.pilcrow.wording;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import dev.pilcrow.prompts.Places;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The phrases of one language, and where what they speak of is on the web. Immutable.
public final class Wording {

    /// A command that stands alone: `/ask@name` and `and/or` do not.
    private static final Pattern COMMAND = Pattern.compile("(?<![\\p{L}\\p{N}/@])/[a-z]+(?![\\p{IsLatin}\\p{N}/@])");

    private final ReaderLanguage language;
    private final Map<Phrase, String> templates;
    private final Links links;

    Wording(ReaderLanguage language, Map<Phrase, String> templates) {
        this(language, templates, Links.none());
    }

    private Wording(ReaderLanguage language, Map<Phrase, String> templates, Links links) {
        this.language = language;
        this.templates = Map.copyOf(templates);
        this.links = links;
    }

    /// The same phrases, which lead to articles.
    Wording linking(Links places) {
        return new Wording(language, templates, places);
    }

    Links links() {
        return links;
    }

    public ReaderLanguage language() {
        return language;
    }

    /// A phrase with its places filled, in the order in which {@link Phrase} names them. A value is never filled itself,
    /// whatever it looks like.
    public String say(Phrase phrase, Object... values) {
        return say(Remark.of(phrase, values));
    }

    /// A remark in this language.
    public String say(Remark remark) {
        return Places.fill(templates.getOrDefault(remark.phrase(), ""), filling(remark));
    }

    /// A phrase as a message in which the bot's commands can be tapped. What looks like a command in a value cannot.
    public Message message(Phrase phrase, Object... values) {
        Map<String, String> filling = filling(Remark.of(phrase, values));
        Message.Builder message = new Message.Builder();
        Places.walk(templates.getOrDefault(phrase, ""), words -> addWords(message, words),
                place -> message.add(filling.getOrDefault(place, "")));
        return message.build();
    }

    /// A phrase as a message in one style, in which a value may lead somewhere.
    ///
    /// @param values texts, remarks, or {@link Linked} texts
    Message styled(Style style, Phrase phrase, Object... values) {
        Map<String, String> filling = filling(Remark.of(phrase, values));
        Map<String, Object> given = new LinkedHashMap<>();
        Iterator<Object> each = List.of(values).iterator();
        phrase.places().forEach(place -> given.put(place, each.next()));
        Message.Builder message = new Message.Builder();
        Places.walk(templates.getOrDefault(phrase, ""), words -> message.add(words, style, null),
                place -> message.add(filling.getOrDefault(place, ""), style,
                        given.get(place) instanceof Linked linked ? linked.link() : null));
        return message.build();
    }

    private static void addWords(Message.Builder message, String words) {
        Matcher command = COMMAND.matcher(words);
        int done = 0;
        while (command.find()) {
            message.add(words.substring(done, command.start())).add(command.group(), Style.COMMAND);
            done = command.end();
        }
        message.add(words.substring(done));
    }

    private Map<String, String> filling(Remark remark) {
        Phrase phrase = remark.phrase();
        if (remark.values().size() != phrase.places().size()) {
            throw new IllegalArgumentException(phrase + " wants " + phrase.places());
        }
        Map<String, String> filling = new LinkedHashMap<>();
        Iterator<Object> values = remark.values().iterator();
        phrase.places().forEach(place -> filling.put(place, plain(values.next())));
        return filling;
    }

    private String plain(Object value) {
        return value instanceof Remark remark ? say(remark) : value.toString();
    }
}
