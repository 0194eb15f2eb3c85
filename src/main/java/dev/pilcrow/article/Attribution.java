package dev.pilcrow.article;

import java.util.regex.Pattern;

/// The words right after a quotation that say who said it: 穆萨维扎德提醒, / the minister said. They stay with it.
final class Attribution {

    private static final int LONGEST = 60;
    private static final Pattern CHINESE = Pattern.compile("[^，,。！？!?：:；;…\\n]{1,24}?"
            + "(?:说|說|说道|說道|称|稱|表示|指出|认为|認為|提醒|强调|強調|写道|寫道|问|問|问道|問道|答道|回答|解释|解釋|解释道|回应|回應|补充|補充|警告|坦言|透露|直言|感叹|感嘆)"
            + "(?:[，,。！？!?：:；;…\\n]|$)");
    private static final Pattern ENGLISH = Pattern.compile("\\s+(?:[\\p{L}.'’-]+\\s+){0,4}?"
            + "(?:said|says|asked|added|told|wrote|writes|replied|explained|recalled|noted|warned|argued|tweeted)\\b");

    private Attribution() {
    }

    static boolean follows(String text, int end) {
        return CHINESE.matcher(text).region(end, Math.min(text.length(), end + LONGEST)).lookingAt();
    }

    static boolean followsInEnglish(String text, int end) {
        return ENGLISH.matcher(text).region(end, Math.min(text.length(), end + LONGEST)).lookingAt();
    }
}
