package dev.pilcrow;

import dev.pilcrow.desk.Versions;
import dev.pilcrow.insights.InsightReader;
import dev.pilcrow.insights.InsightSheet;
import dev.pilcrow.insights.InsightText;
import dev.pilcrow.insights.Insights;
import dev.pilcrow.store.InsightTable.Scope;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// The command `insights`: what readers asked a bot, which may be running meanwhile.
///
/// @param url where the database is
/// @param wording the operator's words
/// @param output for the lines or the table
record InsightsCommand(Secret url, Wording wording, Output output) {

    void run(Command.Insights wanted) throws BadUseException, StoreException, IOException {
        try (Store store = Store.openReadOnly(url, InstantSource.system())) {
            InsightReader reader = new InsightReader(store, new Versions(store.articles())::find,
                    InstantSource.system(),
                    ZoneId.systemDefault());
            if (wanted.csv()) {
                table(reader, wanted);
            } else {
                text(reader, wanted);
            }
        }
    }

    private void text(InsightReader reader, Command.Insights wanted) throws BadUseException {
        Optional<Insights> insights = reader.read(wanted.days(), wanted.article().orElse(""));
        if (insights.isPresent()) {
            new InsightText(wording).lines(insights.get()).forEach(output::say);
        } else {
            output.say(nothing(wanted));
        }
    }

    private void table(InsightReader reader, Command.Insights wanted) throws BadUseException, IOException {
        Optional<Scope> scope = reader.scope(wanted.days(), wanted.article().orElse(""));
        if (scope.isEmpty()) {
            output.complain(nothing(wanted));
            return;
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(output.out(), StandardCharsets.UTF_8));
        reader.write(scope.get(), InsightSheet.Size.UNBOUNDED, out);
        out.flush();
    }

    /// That nothing was asked.
    ///
    /// @throws BadUseException when a certain article was named
    private String nothing(Command.Insights wanted) throws BadUseException {
        if (wanted.article().isPresent()) {
            throw new BadUseException(Phrase.USE_ARTICLE, wanted.article().get());
        }
        return wording.say(Phrase.INSIGHTS_NOTHING, wanted.days());
    }
}
