package dev.pilcrow.insights;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// A part of a page that is filled: the places where words of the operator's language go are marked `data-say`, those of
/// values `data-fill`, and what is there once for each thing in a list `data-each`. A value is text, whatever it looks like.
///
/// @param element the part as the skeleton has it
record Slot(Element element) {

    private static final String SAY = "data-say";
    private static final String FILL = "data-fill";
    private static final String EACH = "data-each";

    /// Says the phrases that stand for themselves.
    Slot say(Wording wording) {
        element.select("[" + SAY + "]").forEach(place -> place.text(wording.say(
                Phrase.valueOf(place.attr(SAY).toUpperCase(Locale.ROOT).replace('.', '_')))));
        return this;
    }

    Slot fill(String name, Object value) {
        at(name).text(value.toString());
        return this;
    }

    Slot link(String name, String address) {
        at(name).attr("href", address);
        return this;
    }

    /// The element with this name.
    Element at(String name) {
        return Objects.requireNonNull(element.selectFirst("[" + FILL + '=' + name + ']'), name);
    }

    /// Removes what has nothing to tell.
    void drop(String name) {
        at(name).remove();
    }

    /// Repeats the element with this name for each thing.
    <T> void each(String name, List<T> things, BiConsumer<Slot, T> filling) {
        Element template = Objects.requireNonNull(element.selectFirst("[" + EACH + '=' + name + ']'), name);
        for (T thing : things) {
            Element copy = template.clone();
            copy.removeAttr(EACH);
            template.before(copy).before(new TextNode(" "));
            filling.accept(new Slot(copy), thing);
        }
        template.remove();
    }

    /// Takes the marks away when everything is filled.
    void finish() {
        element.select("[" + SAY + "], [" + FILL + "]").forEach(place -> place.removeAttr(SAY).removeAttr(FILL));
    }
}
