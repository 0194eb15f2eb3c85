package dev.pilcrow.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.chat.Span.Style;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @Test
    void spansCoverWhatWasAddedWithAStyle() {
        Message message = new Message.Builder().add("a ").add("粗体", Style.BOLD).add(" ").add("", Style.NOTE)
                .add("🙂", Style.NOTE).build();
        assertThat(message.text()).isEqualTo("a 粗体 🙂");
        assertThat(message.spans()).containsExactly(new Span(2, 4, Style.BOLD), new Span(5, 7, Style.NOTE));
    }

    @Test
    void aPieceThatLeadsNowhereGoesOnWithTheStyleBeforeIt() {
        Link link = new Link(URI.create("https://a.example/a/1?q=6.0-7#p6"));
        Message message = new Message.Builder().add("[1] ", Style.NOTE, null).add("¶6", Style.NOTE, null)
                .add(" x ").add("[2] ", Style.NOTE, null).add("¶7", Style.NOTE, link).add("!", Style.NOTE, null)
                .add("", Style.NOTE, link).build();
        assertThat(message.text()).isEqualTo("[1] ¶6 x [2] ¶7!");
        assertThat(message.spans()).containsExactly(new Span(0, 6, Style.NOTE), new Span(9, 13, Style.NOTE),
                new Span(13, 15, Style.NOTE, link), new Span(15, 16, Style.NOTE));
        assertThat(message.part(9, 16).spans().get(1)).isEqualTo(new Span(4, 6, Style.NOTE, link));
        assertThat(new Message.Builder().add("0").add(message).build().spans().get(2))
                .isEqualTo(new Span(14, 16, Style.NOTE, link));
    }

    @Test
    void aLinkStaysOnItsWordsWhenAMessageIsCutIntoPages() {
        Link link = new Link(URI.create("https://a.example/"));
        Message message = new Message.Builder().add("One sentence is here. ").add("¶6", Style.NOTE, link)
                .add(" and more of it").build();
        Message last = Pages.of(message, 24).getLast();
        assertThat(last.spans()).singleElement().satisfies(span -> {
            assertThat(span.link()).isEqualTo(link);
            assertThat(last.text().substring(span.start(), span.end())).isEqualTo("¶6");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg://user?id=1", "javascript:alert(1)", "mailto:a@b.org", "data:text/html,x", "/a/1",
            "https:a", "https://user@a.example/", "https://u:p@a.example/", "file:///etc/passwd", "slack://x"})
    void onlyAnAddressOfTheWebIsALink(String address) {
        assertThatThrownBy(() -> new Link(URI.create(address))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("u:p");
    }

    @Test
    void aLinkIsNoLongerThanPlatformsTake() {
        assertThatThrownBy(() -> new Link(URI.create("https://a.example/" + "x".repeat(500))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spansNeitherOverlapNorLeaveTheText() {
        assertThatThrownBy(() -> new Message("abc", List.of(new Span(0, 2, Style.BOLD), new Span(1, 3, Style.NOTE))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message("abc", List.of(new Span(2, 4, Style.BOLD))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
