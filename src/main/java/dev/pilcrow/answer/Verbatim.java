package dev.pilcrow.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a sentence that must stand in its paragraphs to the letter: titles of works, quotations, and addresses of
/// the web, of mail and of accounts, which platforms turn into links. Thread-safe.
final class Verbatim {

    /// Over folded text, where all double quotation marks are one, and all single ones another. A quotation that is not
    /// closed goes on to the end; one in single marks has a space or a Han character in it, which an apostrophe has not.
    private static final List<Pattern> MARKED = List.of(Pattern.compile("《([^》]+)(?:》|$)"),
            Pattern.compile("\"([^\"]+)(?:\"|$)"),
            Pattern.compile("(?<![\\p{IsLatin}\\d])'((?=[^']*[\\s\\p{IsHan}])[^']+)(?:'(?![\\p{IsLatin}\\d])|$)"));
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://[\\x21-\\x7e]+|www\\.[\\x21-\\x7e]+"
            + "|[\\w.+-]*@[\\w.-]+|(?<![\\w.-])(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![\\w.])(?:/[\\x21-\\x7e]*)?");
    private static final Pattern END_MARKS = Pattern.compile("[,.;:!?。、…)\\]}\"']+$");

    private Verbatim() {
    }

    /// Does every such part stand in the source?
    ///
    /// @param folded the sentence
    /// @param source the paragraphs, folded
    static boolean stands(String folded, String source) {
        String squeezed = Squeezed.of(source).text();
        for (Pattern pattern : MARKED) {
            Matcher part = pattern.matcher(folded);
            while (part.find()) {
                if (!squeezed.contains(bare(part.group(1)))) {
                    return false;
                }
            }
        }
        return ADDRESS.matcher(folded).results().allMatch(address -> squeezed.contains(bare(address.group())));
    }

    private static String bare(String part) {
        return Squeezed.of(END_MARKS.matcher(part.strip()).replaceFirst("")).text();
    }
}
