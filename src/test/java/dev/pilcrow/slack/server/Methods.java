package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The methods of the Web API that the server has. Thread-safe.
final class Methods {

    private static final String TEST = "auth.test";

    private final World world;
    private final Map<String, Method> byName = new HashMap<>();

    Methods(World world, Sockets sockets) {
        this.world = world;
        Targets targets = new Targets(world);
        Contents contents = new Contents(world);
        Posting posting = new Posting(world, targets, contents);
        Reading reading = new Reading(world, targets);
        Reacting reacting = new Reacting(targets);
        ViewMethods views = new ViewMethods(world, targets);
        add(TEST, "", "", reading::authTest);
        add("apps.connections.open", "connections:write", "",
                _ -> Json.object().put("url", sockets.url()));
        add("chat.postMessage", "chat:write",
                "channel! text blocks attachments markdown_text thread_ts reply_broadcast "
                        + "metadata unfurl_links unfurl_media mrkdwn parse link_names",
                posting::postMessage);
        add("chat.update", "chat:write", "channel! ts! text blocks attachments markdown_text metadata parse link_names "
                + "reply_broadcast file_ids", posting::update);
        add("chat.postEphemeral", "chat:write", "channel! user! text blocks attachments markdown_text thread_ts parse "
                + "link_names", posting::postEphemeral);
        add("chat.delete", "chat:write", "channel! ts!", posting::delete);
        add("chat.getPermalink", "", "channel! message_ts!", posting::getPermalink);
        add("conversations.replies", "", "channel! ts! cursor include_all_metadata inclusive latest limit oldest",
                reading::replies);
        add("conversations.history", "", "channel! cursor include_all_metadata inclusive latest limit oldest",
                reading::history);
        add("conversations.info", "", "channel! include_locale include_num_members", reading::info);
        add("users.info", "users:read", "user! include_locale", reading::userInfo);
        add("reactions.add", "reactions:write", "channel! name! timestamp!", reacting::add);
        add("reactions.remove", "reactions:write", "channel! name! timestamp!", reacting::remove);
        add("views.open", "", "trigger_id! view!", views::open);
        add("views.push", "", "trigger_id! view!", views::push);
        add("views.update", "", "view! view_id external_id hash", views::update);
        add("views.publish", "", "user_id! view! hash", views::publish);
        agent(new Agent(targets));
    }

    private void agent(Agent agent) {
        String scopes = "chat:write|assistant:write";
        add("assistant.threads.setStatus", scopes,
                "channel_id! thread_ts! status! loading_messages icon_emoji icon_url "
                        + "username",
                agent::setStatus);
        add("assistant.threads.setSuggestedPrompts", scopes, "channel_id! thread_ts title prompts!",
                agent::setSuggestedPrompts);
        add("assistant.threads.setTitle", scopes, "channel_id! thread_ts! title!", agent::setTitle);
        add("agents.sessions.setStatus", scopes, "channel_id! thread_ts! status! title initiator_user_id",
                agent::setSessionStatus);
        add("agents.sessions.rename", scopes, "channel_id! thread_ts! title!", agent::setTitle);
    }

    /// Checks the token. Is it the app's?
    boolean admit(String method, String token) {
        Setup.Secrets secrets = world.setup().secrets();
        Method known = byName.get(method);
        if (token.isEmpty()) {
            throw new Refusal("not_authed");
        }
        if (!token.equals(secrets.botToken()) && !token.equals(secrets.appToken())) {
            throw new Refusal("invalid_auth");
        }
        boolean app = token.equals(secrets.appToken());
        if (known != null && known.app() != app && !method.equals(TEST)) {
            world.violations().add(method + " is called with the wrong kind of token");
            throw new Refusal("not_allowed_token_type");
        }
        return app;
    }

    /// @param app is it called with the app's token?
    Answer call(String name, Params params, boolean app) {
        if (app && name.equals(TEST)) {
            return new Answer(200, Json.object().put("ok", true).put("app_id", World.APP).put("app_name", "Pilcrow"));
        }
        Method method = byName.get(name);
        try {
            if (method == null) {
                world.violations().add(name + " is no method of this server");
                throw new Refusal("unknown_method");
            }
            if (!method.app()) {
                world.scopes().demand(method.scopes());
            }
            method.check(params, world.violations());
            return new Answer(200, Json.object().put("ok", true).setAll(method.work().apply(params)),
                    Map.of("X-OAuth-Scopes", world.scopes().list()));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private void add(String name, String scopes, String parameters, Function<Params, ObjectNode> work) {
        byName.put(name, Method.of(name, scopes, parameters, work));
    }
}
