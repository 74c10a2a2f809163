package callward.house;

import callward.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of {@code roles.tsv}: something that can be asked for, and the least who may.
 *
 * @param kind  PAGE, REST, or OTHER
 * @param least STRANGER, a role, or CARRIER: who signs what he sends, and is none of our people
 * @param body  what an unsafe method is asked with, JSON; nobody is harmed by it
 */
public record Door(Kind kind, String method, String path, String least, String body) {

    /** How a door says no. */
    public enum Kind { PAGE, REST, OTHER }

    private static final Path TABLE = Path.of("src/test/resources/roles.tsv");

    public static List<Door> all() {
        try {
            return Files.readAllLines(TABLE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Door::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param role null for strangers */
    public boolean lets(Role role) {
        return switch (least) {
            case "STRANGER" -> true;
            case "CARRIER" -> false;
            default -> role != null && role.may(Role.valueOf(least));
        };
    }

    public boolean isSafe() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Door of(String line) {
        String[] columns = line.strip().split("\\s+", 5);
        if (columns.length < 4) {
            throw new IllegalArgumentException("roles.tsv: " + line);
        }
        return new Door(Kind.valueOf(columns[0]), columns[1], columns[2], columns[3], columns.length > 4 ? columns[4] : "{}");
    }
}
