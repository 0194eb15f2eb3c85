package dev.pilcrow.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Ports for the stand-ins of one JVM, each given once. They lie below those that the system gives to clients and to whoever
/// asks for any: so nobody takes the port of a stand-in that is cut off for a while, and what a bot still sends there, its
/// token in the head, reaches nobody else.
public final class Ports {

    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;
    private static final int STEP = 397;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * STEP));

    private Ports() {
    }

    /// A port that is free, and that was not given before.
    public static int next() {
        return IntStream.range(LOWEST, HIGHEST)
                .map(_ -> LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST)).filter(Ports::isFree)
                .findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
