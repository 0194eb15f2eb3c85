package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.assistant.threads.AssistantThreadsSetSuggestedPromptsRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import com.slack.api.model.assistant.SuggestedPrompt;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Surface;
import java.util.List;

/// Shows windows, suggestions and the bot's own page. A window that comes too late for its press becomes a message that
/// only whoever pressed sees. Thread-safe.
final class SlackSurfaces {

    private final SlackApi api;
    private final SlackSender sender;

    SlackSurfaces(SlackApi api, SlackSender sender) {
        this.api = api;
        this.sender = sender;
    }

    Posted show(Place place, Surface surface) {
        return switch (surface) {
            case Surface.Window window -> window(place, window);
            case Surface.Prompts prompts -> prompts(place, prompts);
            case Surface.Page page -> page(place, page);
        };
    }

    private Posted window(Place place, Surface.Window window) {
        SlackPress press = SlackPress.parse(window.press());
        ObjectNode view = modal(place, press.url(), window.title());
        Post post = Post.of(window.message(), window.rows());
        Surface.Field field = window.field();
        if (field == null) {
            view.set("blocks", SlackWriter.write(post, true).blocks());
        } else {
            view.set("blocks", form(window, field));
            view.set("submit", SlackWriter.plain(field.send(), SlackLimits.TITLE));
        }
        SlackReply reply = api.call(Methods.VIEWS_OPEN, RequestFormBuilder.toForm(
                ViewsOpenRequest.builder().triggerId(press.trigger()).viewAsString(view.toString()).build()));
        if (SlackOutcome.isTooLate(reply) && !press.url().isEmpty()) {
            return sender.answer(place, press.url(), post);
        }
        return SlackOutcome.of(reply,
                SlackId.window(place.chat(), reply.body().path("view").path("id").asText(), window.title()));
    }

    private static ObjectNode modal(Place place, String url, String title) {
        ObjectNode view = SlackJson.object("modal").put("private_metadata", SlackPlace.kept(place, url));
        view.set("title", SlackWriter.plain(title, SlackLimits.TITLE));
        return view;
    }

    /// The message, the questions of which one can be chosen, and room for one's own.
    private static ArrayNode form(Surface.Window window, Surface.Field field) {
        ArrayNode blocks = SlackWriter.write(Post.of(window.message()), true).blocks();
        List<Button> questions = window.rows().stream().flatMap(List::stream).toList();
        if (!questions.isEmpty()) {
            blocks.add(SlackButtons.choice(window.title(), questions));
        }
        ObjectNode input = blocks.addObject().put("type", "input").put("block_id", "own").put("optional", true);
        input.set("label", SlackWriter.plain(field.label(), SlackLimits.FIELD));
        input.putObject("element").put("type", "plain_text_input").put("action_id", "own").put("multiline", true)
                .put("max_length", SlackLimits.INPUT);
        return blocks;
    }

    /// Changes a window.
    Posted change(Place place, MessageId message, SlackId.Window window, Post post) {
        ObjectNode view = modal(place, "", window.title());
        view.set("blocks", SlackWriter.write(post, true).blocks());
        return SlackOutcome.of(api.call(Methods.VIEWS_UPDATE, RequestFormBuilder.toForm(
                ViewsUpdateRequest.builder().viewId(window.view()).viewAsString(view.toString()).build())), message);
    }

    private Posted prompts(Place place, Surface.Prompts prompts) {
        List<SuggestedPrompt> suggested = prompts.questions().stream().limit(SlackLimits.PROMPTS)
                .map(question -> new SuggestedPrompt(CleanText.line(question, SlackLimits.PROMPT), question))
                .toList();
        return SlackOutcome.of(api.call(Methods.ASSISTANT_THREADS_SET_SUGGESTED_PROMPTS, RequestFormBuilder.toForm(
                AssistantThreadsSetSuggestedPromptsRequest.builder().channelId(place.chat())
                        .threadTs(place.thread().isEmpty() ? null : place.thread())
                        .title(CleanText.line(prompts.title(), SlackLimits.PROMPT)).prompts(suggested).build())),
                new MessageId(place.chat(), ""));
    }

    private Posted page(Place place, Surface.Page page) {
        ObjectNode view = SlackJson.object("home").put("private_metadata", SlackPlace.kept(place, ""));
        view.set("blocks", SlackWriter.write(Post.of(page.message(), page.rows()), true).blocks());
        return SlackOutcome.of(api.call(Methods.VIEWS_PUBLISH, RequestFormBuilder.toForm(
                ViewsPublishRequest.builder().userId(page.person()).viewAsString(view.toString()).build())),
                new MessageId(place.chat(), ""));
    }
}
