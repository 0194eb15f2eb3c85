package dev.pilcrow.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Place;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Deliveries as they lie in the inbox: JSON, in which the kinds of {@link Incoming} and {@link Action} are named.
/// Thread-safe.
public final class DeliveryJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface Kinds {
    }

    /// What can be told of a place by its parts is not written.
    @JsonIgnoreProperties("whispered")
    private interface Parts {
    }

    private static final ObjectMapper MAPPER = mapper();

    private DeliveryJson() {
    }

    static String write(Delivery delivery) {
        try {
            return MAPPER.writeValueAsString(delivery);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Reads what {@link #write} wrote, in this version or one before.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Delivery read(String json) {
        try {
            return MAPPER.readValue(json, Delivery.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no delivery", broken);
        }
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().addMixIn(Place.class, Parts.class);
        List.of(Incoming.class, Action.class).forEach(type -> {
            builder.addMixIn(type, Kinds.class);
            kinds(type).forEach(kind -> builder
                    .registerSubtypes(new NamedType(kind, kind.getSimpleName().toLowerCase(Locale.ROOT))));
        });
        return builder.build();
    }

    /// The records of a sealed type.
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(DeliveryJson::kinds)
                : Stream.of(type);
    }
}
