package dev.pilcrow.store;

import dev.pilcrow.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One of the two kinds of database, and all in which they differ. Thread-safe.
sealed interface Database extends AutoCloseable permits SqliteFile, PostgresServer {

    /// What may be done with a database.
    enum Use {
        READ, WRITE,
        /// Write while another process has it, which alone may change its tables' form.
        BESIDE
    }

    /// The database at an address.
    static Database at(Secret url, Use use) throws StoreException {
        String address = url.reveal().strip();
        if (address.startsWith(SqliteFile.PREFIX)) {
            return use == Use.WRITE ? SqliteFile.at(address) : SqliteFile.sharedAt(address, use);
        }
        if (address.startsWith(PostgresServer.PREFIX)) {
            return PostgresServer.at(address, use);
        }
        throw new StoreException(StoreException.Problem.WRONG_URL,
                "begins neither with " + SqliteFile.PREFIX + " nor with " + PostgresServer.PREFIX);
    }

    /// Connects for the first time, and changes nothing.
    void probe() throws SQLException, StoreException;

    /// What may be done with it.
    Use use();

    /// Opens connections that are not shared.
    DataSource source();

    /// The most connections at a time.
    int connections();

    /// May other processes have it open at the same time?
    boolean isShared();

    /// How long to wait for a connection.
    Duration patience();

    /// What is said first on each connection that is used again and again; none when there is nothing to say.
    @Nullable
    String greeting();

    /// The folder of the migrations on the class path.
    String migrations();

    /// What a failure at the start means; none when it says nothing about the database.
    StoreException.@Nullable Problem problem(SQLException failure);

    /// An expression for what stands before a character in a column.
    String before(String column, char character);

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

    /// Takes a duty, which one process has at a time, unless another has it.
    ///
    /// @return has this process it? It is asked anew each time
    boolean has(String duty) throws SQLException;

    /// Gives a duty back.
    void release(String duty) throws SQLException;

    /// Tells other processes something, once the transaction is committed.
    void tell(Handle transaction, News news);

    /// Passes on what other processes tell, and all that may have been missed.
    Hearing hear(Consumer<News> listener);

    /// Those of the owners that are not alive, as far as that can be told now.
    Set<String> dead(Handle handle, Set<String> owners);

    /// Keeps other processes from these tables until the transaction ends.
    void alone(Handle transaction, List<String> tables);

    /// What a statement that inserts a row has behind the columns, so that the row's number is the given one.
    String overriding();

    /// The last number that the rows of a table were given.
    long lastNumber(Handle handle, String table);

    /// Lets the numbers of a table's next rows begin after this one.
    void continueAfter(Handle transaction, String table, long last);

    /// A text without the address and without passwords.
    String scrubbed(String text);

    @Override
    void close();
}
