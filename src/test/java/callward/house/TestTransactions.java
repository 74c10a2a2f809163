package callward.house;

import callward.settings.OwnTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Real transactions without a server: one connection per thread, and what a thread does inside {@link #call} is committed together
 * or not at all. Nested work joins.
 */
public final class TestTransactions extends OwnTransaction implements AutoCloseable {

    private final ThreadLocal<Connection> mine = new ThreadLocal<>();
    private final DataSource database = (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> method.getName().equals("getConnection") ? kept(connection()) : method.invoke(TestDatabase.get(), arguments));

    public DataSource database() {
        return database;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            Connection connection = connection();
            if (!connection.getAutoCommit()) {
                return work.get();
            }
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The calling thread needs its connection no more. */
    @Override
    public void close() {
        try {
            if (mine.get() != null) {
                mine.get().close();
                mine.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        if (mine.get() == null) {
            mine.set(TestDatabase.get().getConnection());
        }
        return mine.get();
    }

    /** Who takes it closes it: it stays open for the next statement. */
    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
