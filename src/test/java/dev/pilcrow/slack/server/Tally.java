package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How often people's messages were answered, over all that the places still keep. A thread counts as a whole, since no
/// message in it tells which one it answers: what calls the bot, or is said to it alone, must be answered; what else is
/// said in the thread may be.
///
/// @param said what people said to the bot
/// @param unanswered how many answers there are too few
/// @param twice how many answers there are too many
public record Tally(int said, int unanswered, int twice) {

    static Tally of(Iterable<Place> places, String mention) {
        int said = 0;
        int unanswered = 0;
        int twice = 0;
        for (Place place : places) {
            Map<String, List<SlackMessage>> threads = place.messages().stream()
                    .collect(Collectors.groupingBy(SlackMessage::root));
            for (List<SlackMessage> thread : threads.values()) {
                long human = thread.stream().filter(message -> !message.author().isBot()).count();
                long addressed = thread.stream().filter(message -> !message.author().isBot()
                        && (place.kind() == Place.Kind.DM || message.plain().contains(mention))).count();
                long answers = thread.stream().filter(SlackMessage::byBot).count();
                said += (int) addressed;
                unanswered += (int) Math.max(0, addressed - answers);
                twice += addressed == 0 ? 0 : (int) Math.max(0, answers - human);
            }
        }
        return new Tally(said, unanswered, twice);
    }

    ObjectNode json() {
        return Json.object().put("said", said).put("unanswered", unanswered).put("twice", twice);
    }
}
