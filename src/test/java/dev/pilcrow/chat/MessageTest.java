package dev.pilcrow.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.chat.Span.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void spansCoverWhatWasAddedWithAStyle() {
        Message message = new Message.Builder().add("a ").add("粗体", Style.BOLD).add(" ").add("", Style.NOTE)
                .add("🙂", Style.NOTE).build();
        assertThat(message.text()).isEqualTo("a 粗体 🙂");
        assertThat(message.spans()).containsExactly(new Span(2, 4, Style.BOLD), new Span(5, 7, Style.NOTE));
    }

    @Test
    void spansNeitherOverlapNorLeaveTheText() {
        assertThatThrownBy(() -> new Message("abc", List.of(new Span(0, 2, Style.BOLD), new Span(1, 3, Style.NOTE))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message("abc", List.of(new Span(2, 4, Style.BOLD))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
