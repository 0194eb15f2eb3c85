package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One of the two kinds of database, and all in which they differ. Thread-safe.
sealed interface Database extends AutoCloseable permits SqliteFile, PostgresServer {

    /// The database at an address.
    static Database at(Secret url) throws StoreException {
        String address = url.reveal().strip();
        if (address.startsWith(SqliteFile.PREFIX)) {
            return SqliteFile.at(address);
        }
        if (address.startsWith(PostgresServer.PREFIX)) {
            return PostgresServer.at(address);
        }
        throw new StoreException(StoreException.Problem.WRONG_URL,
                "begins neither with " + SqliteFile.PREFIX + " nor with " + PostgresServer.PREFIX);
    }

    /// Connects for the first time, and changes nothing.
    void probe() throws SQLException, StoreException;

    /// Opens connections that are not shared.
    DataSource source();

    /// The most connections at a time.
    int connections();

    /// How long to wait for a connection.
    Duration patience();

    /// The folder of the migrations on the class path.
    String migrations();

    /// What a failure at the start means; none when it says nothing about the database.
    StoreException.@Nullable Problem problem(SQLException failure);

    /// The end of a query that reads rows in order to change them, and leaves out those that others are changing.
    String skippingLocked();

    /// Keeps other processes from adding to these lanes and ending their rows until the transaction ends.
    void lock(Handle transaction, Collection<String> lanes);

    /// The same for every lane.
    void lockAll(Handle transaction);

    /// Shows other processes that this owner is alive, as long as it is.
    ///
    /// @param sure make sure that it still shows, at the price of a round trip
    void hold(String owner, boolean sure) throws SQLException;

    /// Those of the owners that are not alive.
    Set<String> dead(Handle handle, Set<String> owners);

    /// A text without the address and without passwords.
    String scrubbed(String text);

    @Override
    void close();
}
