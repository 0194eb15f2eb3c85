package dev.pilcrow.inbox;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.store.Arrival;

/// Deliveries as rows of the inbox.
///
/// What one person writes in one conversation is worked on in order, and beside all else. What must not wait behind a
/// question, such as the wish to stop it, is urgent.
final class Arrivals {

    private Arrivals() {
    }

    static Arrival of(Delivery delivery) {
        Place place = delivery.place();
        String account = place.platform() + '/' + place.account() + '/';
        return new Arrival(delivery.keys().stream().map(key -> account + key).toList(), place.platform(),
                chat(place), place.id(), lane(delivery), person(place, delivery.person()),
                delivery.message() == null ? null : delivery.message().text(),
                delivery.root() == null ? null : delivery.root().message().text(), isUrgent(delivery.incoming()),
                Handling.isWork(delivery.incoming()), DeliveryJson.write(delivery));
    }

    private static String lane(Delivery delivery) {
        return isUrgent(delivery.incoming())
                ? "! " + delivery.place().platform() + '/' + delivery.place().account() + '/'
                        + delivery.keys().getFirst()
                : lane(delivery.place().id(), person(delivery.place(), delivery.person()));
    }

    /// Where the questions of a person in a conversation wait, one behind the other.
    static String lane(String conversation, String person) {
        return conversation + ' ' + person;
    }

    /// A chat, unlike any other on any platform.
    static String chat(Place place) {
        return place.platform() + '/' + place.account() + '/' + place.chat();
    }

    /// A person, unlike any other on any platform.
    static String person(Place place, Person person) {
        return place.platform() + '/' + person.id();
    }

    private static boolean isUrgent(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Pressed pressed -> !(pressed.action() instanceof Action.Ask);
            case Incoming.Edited _,Incoming.Joined _,Incoming.Left _,Incoming.Moved _,Incoming.Illegible _ -> true;
            case Incoming.Compose _,Incoming.Opened _,Incoming.Visited _,Incoming.Halted _,Incoming.Mute _ -> true;
            case Incoming.Overheard _,Incoming.Wordless _,Incoming.Wish _ -> false;
        };
    }
}
