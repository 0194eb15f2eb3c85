package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What the bot is to be told: given to the carrier in order, and events again when they are not acknowledged in time.
/// Thread-safe.
final class Deliveries implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(5);
    private static final int REMEMBERED = 10_000;

    private final Setup setup;
    private final Violations violations;
    private final Acks acks;
    private final BlockingQueue<Delivery> ready = new LinkedBlockingQueue<>();
    /// How many are ready, or taken and not yet under way.
    private int waiting;
    private final Map<String, Delivery> underWay = new HashMap<>();
    private final List<Delivery> later = new ArrayList<>();
    private final Map<String, Boolean> ended = new Newest<>(REMEMBERED);
    private final Thread sender = Thread.ofVirtual().name("slack-deliveries").unstarted(this::sendAll);
    private final Thread ticker = Thread.ofVirtual().name("slack-ticker").unstarted(this::tickAll);
    private volatile Carrier carrier = (_, _) -> false;

    Deliveries(Setup setup, Violations violations) {
        this.setup = setup;
        this.violations = violations;
        acks = new Acks(setup.logged());
        sender.start();
        ticker.start();
    }

    Acks acks() {
        return acks;
    }

    void carrier(Carrier next) {
        carrier = next;
    }

    synchronized void add(Delivery delivery) {
        waiting++;
        ready.add(delivery);
    }

    /// How much is not acknowledged and not given up.
    synchronized int pending() {
        return waiting + underWay.size() + later.size();
    }

    /// The bot has acknowledged.
    ///
    /// @param said an empty object for nothing
    void acknowledged(String id, JsonNode said) {
        Delivery delivery;
        synchronized (this) {
            delivery = underWay.remove(id);
            if (delivery == null) {
                unexpected(id);
                return;
            }
            ended.put(id, true);
            acks.add(new Acks.Ack(delivery.type().envelope(),
                    Duration.ofNanos(System.nanoTime() - delivery.sentNanos()), delivery.attempt()));
        }
        if (!said.isEmpty() && !delivery.answerable()) {
            violations.add("an acknowledgement of " + delivery.type() + " says " + said);
        }
        delivery.onEnd().accept(said);
    }

    private void unexpected(String id) {
        if (!ended.containsKey(id)) {
            violations.add("there is no envelope " + id);
        } else if (ended.get(id)) {
            violations.add("envelope " + id + " is acknowledged twice");
        } else {
            acks.countLate();
        }
    }

    /// The delivery did not reach the bot.
    void failed(String id, String reason, boolean again) {
        Delivery delivery;
        synchronized (this) {
            delivery = underWay.remove(id);
            if (delivery == null) {
                return;
            }
            ended.put(id, false);
            acks.countFailed();
            if (again && delivery.type() == Delivery.Type.EVENT && delivery.attempt() < setup.retries().size()) {
                delivery.failed(reason, setup.clock().instant().plus(setup.retries().get(delivery.attempt())));
                later.add(delivery);
                return;
            }
            acks.countLost();
        }
        delivery.onEnd().accept(null);
    }

    private void sendAll() {
        try {
            while (true) {
                Delivery delivery = ready.take();
                String id = UUID.randomUUID().toString();
                synchronized (this) {
                    delivery.sent(setup.clock().instant().plus(setup.patience()));
                    underWay.put(id, delivery);
                    waiting--;
                }
                if (!carries(id, delivery)) {
                    failed(id, "connection_failed", true);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean carries(String id, Delivery delivery) {
        try {
            return carrier.send(id, delivery);
        } catch (RuntimeException e) {
            violations.add("the stand-in could not deliver: " + e);
            return false;
        }
    }

    private void tickAll() {
        try {
            while (true) {
                Thread.sleep(TICK);
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        Instant now = setup.clock().instant();
        List<String> overdue = new ArrayList<>();
        synchronized (this) {
            underWay.forEach((id, delivery) -> {
                if (!delivery.due().isAfter(now)) {
                    overdue.add(id);
                }
            });
            List<Delivery> due = later.stream().filter(delivery -> !delivery.due().isAfter(now)).toList();
            later.removeAll(due);
            due.forEach(this::add);
        }
        overdue.forEach(id -> failed(id, "timeout", true));
    }

    @Override
    public void close() {
        sender.interrupt();
        ticker.interrupt();
    }
}
