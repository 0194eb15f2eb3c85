package dev.pilcrow.web;

/// Thrown when a port cannot be opened: another program has it, or it takes more rights.
public final class PortTakenException extends Exception {

    private final int port;

    PortTakenException(int port, Throwable cause) {
        super("port " + port + " cannot be opened", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
