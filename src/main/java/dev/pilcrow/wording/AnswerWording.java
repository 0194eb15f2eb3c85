package dev.pilcrow.wording;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import dev.pilcrow.conversation.Conversation;
import java.util.List;

/// Answers in the words of one language: quotes with their markers and sources, or why there are none.
public final class AnswerWording {

    private static final int EXCERPT = 80;

    private final Wording wording;
    private final ArticleWording articles;

    public AnswerWording(Wording wording) {
        this.wording = wording;
        this.articles = new ArticleWording(wording);
    }

    /// An answer about an article, as a reader sees it.
    public Message message(Answer answer, Article article) {
        return switch (answer) {
            case Answer.Grounded grounded -> grounded(grounded, article);
            case Answer.NotInArticle declined -> declined(declined, article);
        };
    }

    private Message grounded(Answer.Grounded answer, Article article) {
        Message.Builder message = new Message.Builder().add(wording.say(lead(answer.lead())), Style.NOTE).add("\n");
        int number = 0;
        for (Citation citation : answer.citations()) {
            number++;
            message.add(citation.quote(), Style.BOLD).add(" ").add(marker(number), Style.NOTE).add("\n");
        }
        message.add("\n").add(sources(answer.citations(), article), Style.NOTE);
        if ((wording.language() == ReaderLanguage.ENGLISH) != (article.language() == Language.ENGLISH)) {
            message.add("\n").add(wording.say(original(article.language())), Style.NOTE);
        }
        return message.build();
    }

    private String sources(List<Citation> citations, Article article) {
        StringBuilder sources = new StringBuilder();
        int number = 0;
        for (Citation citation : citations) {
            number++;
            sources.append(number == 1 ? "" : "  ").append(marker(number)).append(' ')
                    .append(articles.mark(article.paragraph(citation.paragraph())));
        }
        return sources.toString();
    }

    private Message declined(Answer.NotInArticle answer, Article article) {
        Message.Builder message = new Message.Builder().add(reason(answer.reason()));
        Phrase phrase = Phrase.NEAREST;
        for (int number : answer.nearest()) {
            Paragraph paragraph = article.paragraph(number);
            String excerpt = Excerpt.of(paragraph.text(), EXCERPT);
            message.add("\n").add(wording.say(phrase, articles.mark(paragraph), excerpt), Style.QUOTE);
            phrase = Phrase.NEAREST_NEXT;
        }
        return message.build();
    }

    private String reason(Answer.Reason reason) {
        return switch (reason) {
            case NOT_SAID -> wording.say(Phrase.DECLINED_NOT_SAID);
            case OFF_TOPIC -> wording.say(Phrase.DECLINED_OFF_TOPIC);
            case CHAT -> wording.say(Phrase.DECLINED_CHAT);
            case INSTRUCTION -> wording.say(Phrase.DECLINED_INSTRUCTION);
            case TOO_LONG -> wording.say(Phrase.DECLINED_TOO_LONG, Conversation.LONGEST_QUESTION);
            case EMPTY -> wording.say(Phrase.DECLINED_EMPTY);
        };
    }

    private static String marker(int number) {
        return "[" + number + "]";
    }

    private static Phrase lead(Answer.Lead lead) {
        return switch (lead) {
            case SENTENCES -> Phrase.LEAD_SENTENCES;
            case SUMMARY -> Phrase.LEAD_SUMMARY;
            case BYLINE -> Phrase.LEAD_BYLINE;
            case SAID_BY -> Phrase.LEAD_SAID_BY;
            case LIST -> Phrase.LEAD_LIST;
        };
    }

    private static Phrase original(Language language) {
        return switch (language) {
            case CHINESE -> Phrase.ORIGINAL_CHINESE;
            case ENGLISH -> Phrase.ORIGINAL_ENGLISH;
        };
    }
}
