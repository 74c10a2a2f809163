package callward.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL of our own that keeps its data, writes it to disk before it says so, and asks for a password. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "callward";
    private static final int ATTEMPTS = 4;

    private final EmbeddedPostgres postgres;
    private final Database database;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Database database) {
        this.postgres = postgres;
        this.database = database;
    }

    static EmbeddedDatabase start(DataDir data, Path binaries, Progress progress) throws IOException, SQLException, InterruptedException {
        String password = data.secret("database-password");
        EmbeddedPostgres postgres = startPatiently(data, binaries, password, progress);
        try {
            prepare(postgres, password);
            askForPasswords(postgres, data.file("postgres/pg_hba.conf"), password);
        } catch (SQLException | IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
        // no transaction of ours waits that long between two statements: one that was forgotten must not keep its row locks (decision 25)
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME + "?options=-c%20idle_in_transaction_session_timeout=15000";
        return new EmbeddedDatabase(postgres, new Database(url, NAME, password));
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** After a crash the old processes may need a moment to let go of their memory: say so and try again. */
    private static EmbeddedPostgres startPatiently(DataDir data, Path binaries, String password, Progress progress)
        throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder(data, binaries, password).start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("PostgreSQL does not start (" + e.getMessage() + "); its log is " + data.file("logs/postgres.log"), e);
                }
                progress.say("PostgreSQL did not start (" + e.getMessage() + "); trying again, " + attempt + " of " + (ATTEMPTS - 1));
                new Leftovers(data, progress).stop();
                Thread.sleep(Duration.ofSeconds(2L * attempt));
            }
        }
    }

    private static EmbeddedPostgres.Builder builder(DataDir data, Path binaries, String password) throws IOException {
        Files.createDirectories(binaries);
        var log = ProcessBuilder.Redirect.appendTo(data.file("logs/postgres.log").toFile());
        var builder = EmbeddedPostgres.builder()
            .setDataDirectory(data.file("postgres"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setPort(Ports.free())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setRegisterShutdownHook(false)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            // its defaults are a test's: fast, and forgetful after a crash
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100");
        if ("all".equals(System.getenv("CALLWARD_DB_LOG_STATEMENTS"))) {
            builder.setServerConfig("log_statement", "all");
        }
        return builder;
    }

    private static void prepare(EmbeddedPostgres postgres, String password) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            // the password is made of letters, digits and dashes only
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                run(connection, "create role " + NAME + " login");
            }
            run(connection, "alter role " + NAME + " password '" + password + "'");
            run(connection, "alter role postgres password '" + password + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                run(connection, "create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static void askForPasswords(EmbeddedPostgres postgres, Path rules, String password) throws IOException, SQLException {
        String strict = "# written by ./run: nobody on this machine gets in without the password\nhost all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(strict)) {
            return;
        }
        Files.writeString(rules, strict);
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            run(connection, "select pg_reload_conf()");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
