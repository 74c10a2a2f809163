package callward.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A PostgreSQL that writes down every statement, so that a test can count them. */
final class LoggedDatabase implements AutoCloseable {

    /** What the pools ask by themselves, or what belongs to the transaction and not to the work. */
    private static final Pattern NOT_COUNTED = Pattern.compile("(?i)(execute [^:]*|statement): (BEGIN|COMMIT|ROLLBACK|SET |SHOW |SELECT 1$|;?$)");
    private static final Pattern STATEMENT = Pattern.compile("LOG: +(execute [^:]*|statement): .*");
    /** Timers look at their outboxes at any moment; they are nobody's webhook. */
    private static final List<String> TIMERS = List.of("for update skip locked", "FOR UPDATE SKIP LOCKED", "pg_", "callward.setting");

    private final EmbeddedPostgres postgres;
    private final Path log;

    private LoggedDatabase(EmbeddedPostgres postgres, Path log) {
        this.postgres = postgres;
        this.log = log;
    }

    static LoggedDatabase start() throws IOException {
        Path log = Files.createTempFile("statements", ".log");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("log_statement", "all").setServerConfig("max_connections", "60")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        return new LoggedDatabase(postgres, log);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    String user() {
        return "postgres";
    }

    String password() {
        return "postgres";
    }

    int statements() {
        return counted().size();
    }

    String lastStatements(int count) {
        List<String> all = counted();
        return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
    }

    /** A statement's further lines are indented, and belong to it. */
    private List<String> counted() {
        try {
            String whole = Files.readString(log).replaceAll("\\R\\t", " ");
            return whole.lines().filter(line -> STATEMENT.matcher(line).find()).filter(line -> !NOT_COUNTED.matcher(line).find())
                    .filter(line -> TIMERS.stream().noneMatch(line::contains)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
