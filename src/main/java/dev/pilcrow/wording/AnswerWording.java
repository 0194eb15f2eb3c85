package dev.pilcrow.wording;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.answer.Claim;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Pages;
import dev.pilcrow.chat.Span.Style;
import dev.pilcrow.conversation.Conversation;
import java.util.List;
import java.util.Optional;

/// Answers in the words of one language: quotes with their markers and sources, or why there are none.
public final class AnswerWording {

    private static final int EXCERPT = 80;
    /// What stands around a quote in a list of sources, in characters.
    private static final int SOURCE = 40;

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
            case Answer.NotInArticle declined -> declined(reason(declined.reason()), declined.nearest(),
                    declined.caveat(), article);
            case Answer.Unavailable away -> declined(
                    wording.say(away.isLasting() ? Phrase.UNAVAILABLE_LASTING : Phrase.UNAVAILABLE), away.nearest(),
                    Answer.Caveat.NONE, article);
        };
    }

    /// The claims of an answer alone: how the message begins, as far as the answer has grown.
    public Message claims(Answer.Grounded answer) {
        Message.Builder message = new Message.Builder();
        addClaims(message, answer);
        return message.build();
    }

    /// What an answer rests on: every quote with its paragraph.
    ///
    /// @param longest the most UTF-16 units; quotes are cut short when they were longer together
    public Message sources(Answer.Grounded answer, Article article, int longest) {
        String lead = wording.say(Phrase.SOURCES_LEAD) + "\n";
        int each = Math.max(1, (longest - lead.length()) / answer.citations().size() - SOURCE);
        Message.Builder message = new Message.Builder().add(lead);
        addQuotes(message, answer.citations(), article, each);
        return message.build();
    }

    private Message grounded(Answer.Grounded answer, Article article) {
        Message.Builder message = new Message.Builder();
        addClaims(message, answer);
        boolean composed = answer.lead() == Answer.Lead.COMPOSED;
        message.add("\n");
        if (composed) {
            addQuotes(message, answer.citations(), article, Integer.MAX_VALUE);
        } else {
            addSources(message, answer.citations(), article);
        }
        addCaveat(message, answer.caveat());
        if ((wording.language() == ReaderLanguage.ENGLISH) != (article.language() == Language.ENGLISH)) {
            message.add("\n").add(wording.say(original(article.language())), Style.NOTE);
        }
        return message.build();
    }

    /// The claims, each with the markers of its quotes; a quote that stands for itself is bold.
    private void addClaims(Message.Builder message, Answer.Grounded answer) {
        lead(answer.lead()).ifPresent(lead -> message.add(wording.say(lead), Style.NOTE).add("\n"));
        List<Citation> citations = answer.citations();
        for (Claim claim : answer.claims()) {
            if (answer.lead() == Answer.Lead.COMPOSED) {
                message.add(claim.text());
            } else {
                message.add(claim.text(), Style.BOLD);
            }
            message.add(" ");
            claim.citations().stream().distinct()
                    .forEach(citation -> message.add(marker(citations.indexOf(citation) + 1), Style.NOTE));
            message.add("\n");
        }
    }

    private void addQuotes(Message.Builder message, List<Citation> citations, Article article, int longest) {
        for (int i = 0; i < citations.size(); i++) {
            Citation citation = citations.get(i);
            message.add(i == 0 ? "" : "\n").add(quoted(marker(i + 1) + " ", Phrase.QUOTED,
                    articles.linkedMark(article, citation), shortened(citation.quote(), longest)));
        }
    }

    private static String shortened(String quote, int longest) {
        return quote.length() <= longest
                ? quote
                : Pages.of(Message.plain(quote), Math.max(2, longest)).getFirst().text() + "…";
    }

    /// A line of its own that is quoted.
    ///
    /// @param before what stands before the phrase
    private Message quoted(String before, Phrase phrase, Linked mark, String words) {
        Message.Builder quoted = new Message.Builder().add(before, Style.QUOTE);
        Message said = wording.styled(Style.QUOTE, phrase, mark, words);
        said.spans().forEach(span -> quoted.add(said.text().substring(span.start(), span.end()), Style.QUOTE,
                span.link()));
        return quoted.build();
    }

    private void addSources(Message.Builder message, List<Citation> citations, Article article) {
        for (int i = 0; i < citations.size(); i++) {
            Linked mark = articles.linkedMark(article, citations.get(i));
            message.add((i == 0 ? "" : "  ") + marker(i + 1) + " ", Style.NOTE, null)
                    .add(mark.text(), Style.NOTE, mark.link());
        }
    }

    private void addCaveat(Message.Builder message, Answer.Caveat caveat) {
        caveat(caveat).ifPresent(phrase -> message.add("\n").add(wording.say(phrase), Style.NOTE));
    }

    private static Optional<Phrase> caveat(Answer.Caveat caveat) {
        return switch (caveat) {
            case NONE -> Optional.empty();
            case LEFT_OUT -> Optional.of(Phrase.CAVEAT_LEFT_OUT);
            case CUT_SHORT -> Optional.of(Phrase.CAVEAT_CUT_SHORT);
            case NOT_VERIFIED -> Optional.of(Phrase.CAVEAT_NOT_VERIFIED);
            case MODEL_AWAY -> Optional.of(Phrase.CAVEAT_MODEL_AWAY);
        };
    }

    private Message declined(String reason, List<Integer> nearest, Answer.Caveat caveat, Article article) {
        Message.Builder message = new Message.Builder().add(reason);
        Phrase phrase = Phrase.NEAREST;
        for (int number : nearest) {
            Paragraph paragraph = article.paragraph(number);
            String excerpt = Excerpt.of(paragraph.text(), EXCERPT);
            message.add("\n").add(quoted("", phrase, articles.linkedMark(article, number), excerpt));
            phrase = Phrase.NEAREST_NEXT;
        }
        caveat(caveat).map(told -> told == Phrase.CAVEAT_NOT_VERIFIED ? Phrase.CAVEAT_DECLINED : told)
                .ifPresent(told -> message.add("\n").add(wording.say(told), Style.NOTE));
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

    /// The marker of a citation.
    static String marker(int number) {
        return "[" + number + "]";
    }

    private static Optional<Phrase> lead(Answer.Lead lead) {
        return switch (lead) {
            case SENTENCES -> Optional.of(Phrase.LEAD_SENTENCES);
            case SUMMARY -> Optional.of(Phrase.LEAD_SUMMARY);
            case BYLINE -> Optional.of(Phrase.LEAD_BYLINE);
            case SAID_BY -> Optional.of(Phrase.LEAD_SAID_BY);
            case LIST -> Optional.of(Phrase.LEAD_LIST);
            case COMPOSED -> Optional.empty();
        };
    }

    private static Phrase original(Language language) {
        return switch (language) {
            case CHINESE -> Phrase.ORIGINAL_CHINESE;
            case ENGLISH -> Phrase.ORIGINAL_ENGLISH;
        };
    }
}
