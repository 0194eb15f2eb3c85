package dev.pilcrow.slack.server;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A bot on Bolt that has opened a socket, and notes what it is told.
abstract class WithBot extends WithServer {

    final List<String> heard = new CopyOnWriteArrayList<>();
    final App app = new App(AppConfig.builder().slack(slack)
            .singleTeamBotToken(server.setup().secrets().botToken())
            .signingSecret(server.setup().secrets().signing()).allEventsApiAutoAckEnabled(true).build());
    private SocketModeApp socket;

    @BeforeEach
    void connect() throws Exception {
        app.event(AppMentionEvent.class, (payload, context) -> {
            heard.add("mention " + payload.getEvent().getText());
            return context.ack();
        });
        app.event(MessageEvent.class, (payload, context) -> {
            heard.add("message " + payload.getEvent().getText());
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            heard.add("opened " + payload.getEvent().getTab());
            return context.ack();
        });
        listen();
        socket = new SocketModeApp(server.setup().secrets().appToken(), app,
                SocketModeClient.Backend.JavaWebSocket);
        socket.startAsync();
        await().until(() -> server.connections() == 1);
    }

    /// Where tests add what the bot does.
    void listen() {
    }

    SocketModeClient socket() {
        return socket.getClient();
    }

    @AfterEach
    void disconnect() throws Exception {
        socket.close();
    }
}
