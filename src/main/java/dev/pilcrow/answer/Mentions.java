package dev.pilcrow.answer;

import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.article.Tables;
import dev.pilcrow.search.IndexedArticle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences that name people, media, companies or other organisations, one for each name, in reading order.
/// Thread-safe.
final class Mentions {

    private static final int MOST = 8;

    private static final class Shared {
        static final Map<Request, Pattern> KINDS = kinds();

        private static Map<Request, Pattern> kinds() {
            Map<Request, Pattern> kinds = new EnumMap<>(Request.class);
            for (String[] row : Tables.rows("/answer/name-kinds.tsv")) {
                kinds.put(Request.valueOf("LIST_" + row[0]), Pattern.compile(row[1]));
            }
            return kinds;
        }
    }

    private final IndexedArticle article;

    Mentions(IndexedArticle article) {
        this.article = article;
    }

    /// One sentence for each name of the kind, the first that has it; at most eight.
    List<Sentence> sentences(Request request) {
        List<Sentence> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Paragraph paragraph : article.article().paragraphs()) {
            for (Sentence sentence : paragraph.sentences()) {
                if (seen.addAll(names(sentence, request)) && chosen.size() < MOST) {
                    chosen.add(sentence);
                }
            }
        }
        return chosen;
    }

    private Set<String> names(Sentence sentence, Request request) {
        if (request == Request.LIST_PEOPLE) {
            return article.people(sentence);
        }
        Set<String> names = new HashSet<>();
        Pattern kind = Shared.KINDS.get(request);
        if (kind != null) {
            Matcher matcher = kind.matcher(article.folded(sentence));
            while (matcher.find()) {
                names.add(matcher.group());
            }
        }
        return names;
    }
}
