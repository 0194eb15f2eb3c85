package dev.pilcrow.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people do in a chat, read from a text that tells what the bot does too; that part is passed over, as it is told
/// anew when the transcript is played. Immutable.
///
/// A line that begins with ¶ tells what the bot does, one in brackets is a stage direction, one that begins with # explains,
/// and every other one begins with the name of who does something. Lines with three blanks before them go on with what
/// stands above.
///
/// @param lines what is done, in order
public record Transcript(List<Line> lines) {

    public static final String INDENT = "   ";
    public static final String BOT = "¶";

    private static final Pattern SAYS = Pattern.compile("(\\S+)(?: (replies|edits))?: ?(.*)", Pattern.DOTALL);
    private static final Pattern REPEATS = Pattern.compile("(\\S+) says (\\d+) times: (.*)");
    private static final Pattern PRESSES = Pattern.compile("(\\S+) presses ⟨(.*)⟩");
    private static final Pattern DOES = Pattern.compile("(\\S+) ([a-z].*)", Pattern.DOTALL);
    private static final Pattern SENDS = Pattern.compile("(\\S+) sends a (photo|voice message|sticker)(?:: (.*))?");

    /// Something that is done, or a line that only explains.
    public sealed interface Step {
    }

    /// A line of the text that does nothing: an empty one, or one that explains.
    public record Nothing() implements Step {
    }

    /// A stage direction.
    public record Direction(String words) implements Step {
    }

    public record Says(String who, String words) implements Step {
    }

    /// Says something in reply to the last thing that the bot said.
    public record Replies(String who, String words) implements Step {
    }

    /// Changes the last thing that this person said.
    public record Edits(String who, String words) implements Step {
    }

    public record Presses(String who, String label) implements Step {
    }

    /// Sends something without words, or with words under it.
    public record Sends(String who, String what, String words) implements Step {
    }

    /// Does something else, which only some platforms know.
    public record Does(String who, String what) implements Step {
    }

    /// A step with the lines that tell of it.
    public record Line(String text, Step step) {
    }

    public Transcript {
        lines = List.copyOf(lines);
    }

    static Transcript of(String text) {
        List<Line> read = new ArrayList<>();
        boolean bots = false;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(INDENT) || line.isEmpty() && goesOn(lines, i)) {
                if (!bots) {
                    read.add(join(read.removeLast(), line));
                }
            } else {
                bots = line.startsWith(BOT);
                if (!bots) {
                    read.add(new Line(line, step(line)));
                }
            }
        }
        return new Transcript(read);
    }

    /// Does what stands above go on below an empty line?
    private static boolean goesOn(List<String> lines, int empty) {
        return lines.stream().skip(empty).filter(line -> !line.isEmpty()).findFirst().orElse("").startsWith(INDENT);
    }

    private static Line join(Line above, String line) {
        String text = above.text() + '\n' + line;
        return new Line(text, step(text.replace("\n" + INDENT, "\n")));
    }

    private static Step step(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return new Nothing();
        }
        if (line.startsWith("(") && line.endsWith(")")) {
            return new Direction(line.substring(1, line.length() - 1));
        }
        Matcher presses = PRESSES.matcher(line);
        if (presses.matches()) {
            return new Presses(presses.group(1), presses.group(2));
        }
        Matcher sends = SENDS.matcher(line);
        if (sends.matches()) {
            return new Sends(sends.group(1), sends.group(2), sends.group(3) == null ? "" : sends.group(3));
        }
        Matcher repeats = REPEATS.matcher(line);
        if (repeats.matches()) {
            return new Says(repeats.group(1), repeats.group(3).repeat(Integer.parseInt(repeats.group(2))));
        }
        Matcher says = SAYS.matcher(line);
        return says.matches() ? said(says) : done(line);
    }

    private static Step done(String line) {
        Matcher does = DOES.matcher(line);
        if (!does.matches()) {
            throw new IllegalArgumentException("not a line of a transcript: " + line);
        }
        return new Does(does.group(1), does.group(2));
    }

    private static Step said(Matcher says) {
        String words = says.group(3);
        return switch (says.group(2) == null ? "" : says.group(2)) {
            case "replies" -> new Replies(says.group(1), words);
            case "edits" -> new Edits(says.group(1), words);
            default -> new Says(says.group(1), words);
        };
    }

    /// Lines as they go on with what stands above, but for the first.
    public static String indented(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? "" : INDENT + line).collect(Collectors.joining("\n"))
                .strip();
    }
}
