package dev.pilcrow.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// Opens connections to PostgreSQL with an address that has no parameters, so that whoever logs the address logs no
/// password. Thread-safe.
final class PostgresSource implements DataSource {

    /// Unless the address says otherwise: how long to wait, in seconds, and that no reader's words come in error messages.
    private static final Map<String, String> DEFAULTS = Map.of("connectTimeout", "5", "loginTimeout", "8",
            "socketTimeout", "30", "tcpKeepAlive", "true", "logServerErrorDetail", "false", "ApplicationName",
            "pilcrow");
    /// A commit is on disk when it returns, even where the server's own default is otherwise.
    private static final String DURABLE = """
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'""";

    /// A machine that is gone without a word is noticed within some ten seconds, and has no locks for longer; by itself the
    /// server would wait for hours.
    private static final String WATCHED = """
            SELECT set_config(name, CASE name WHEN 'tcp_user_timeout' THEN '8000' WHEN 'tcp_keepalives_idle' THEN '3'
                ELSE '2' END, false)
            FROM pg_settings WHERE name IN ('tcp_user_timeout', 'tcp_keepalives_idle', 'tcp_keepalives_interval',
                'tcp_keepalives_count')""";

    private final String address;
    private final Database.Use use;
    private final Properties properties = new Properties();
    private final Driver driver = new Driver();

    PostgresSource(String address, Properties given, Database.Use use) {
        this.address = address;
        this.use = use;
        properties.putAll(DEFAULTS);
        given.stringPropertyNames().stream().filter(name -> !name.startsWith("PG"))
                .forEach(name -> properties.setProperty(name, given.getProperty(name)));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(address, (Properties) properties.clone());
        if (connection == null) {
            throw new SQLException("no PostgreSQL address");
        }
        try (Statement statement = connection.createStatement()) {
            if (use == Database.Use.READ) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            } else {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                statement.execute(DURABLE);
                statement.execute(WATCHED);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
    }

    /// The address tells how long to wait.
    @Override
    public void setLoginTimeout(int seconds) {
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
