package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Violations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A method of the Web API.
///
/// @param scopes any of which it needs, separated by `|`; empty for none
/// @param app is it called with the app's token, not the bot's?
/// @param parameters all that it takes, by name, and whether they must be given
record Method(String name, String scopes, boolean app, Map<String, Boolean> parameters,
        Function<Params, ObjectNode> work) {

    /// @param parameters separated by blanks; those that must be given end with `!`
    static Method of(String name, String scopes, String parameters, Function<Params, ObjectNode> work) {
        Map<String, Boolean> all = Stream.of(parameters.split(" ")).filter(one -> !one.isEmpty())
                .collect(Collectors.toMap(one -> one.replace("!", ""), one -> one.endsWith("!")));
        return new Method(name, scopes, scopes.equals("connections:write"), all, work);
    }

    /// Notes what is not documented; refuses when something lacks.
    void check(Params params, Violations violations) {
        Set<String> known = parameters.keySet();
        params.all().fieldNames().forEachRemaining(given -> {
            if (!known.contains(given)) {
                violations.add(name + ": " + given + " is not documented");
            }
        });
        List<String> lacking = parameters.entrySet().stream()
                .filter(one -> one.getValue() && !params.all().hasNonNull(one.getKey())).map(Map.Entry::getKey)
                .toList();
        if (!lacking.isEmpty()) {
            violations.add(name + " lacks " + lacking);
            throw new Refusal("invalid_arguments").because(lacking.stream().map("missing required field: "::concat)
                    .toList());
        }
    }
}
