package callward.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every page of the web application, found where they lie. */
public final class WebPages {

    public static final Path ROOT = Path.of("src/main/webapp");

    private WebPages() { }

    /** {@code calls/index}, {@code sign-in} …: what can be asked for, so nothing below {@code WEB-INF}. */
    public static List<String> names() {
        return files().stream().map(file -> ROOT.relativize(file).toString().replace('\\', '/')).filter(file -> !file.startsWith("WEB-INF/"))
                .map(file -> file.substring(0, file.length() - ".xhtml".length())).toList();
    }

    /** {@code calls/index} → {@code /calls/} */
    public static String path(String name) {
        return "/" + (name.equals("index") || name.endsWith("/index") ? name.substring(0, name.length() - "index".length()) : name);
    }

    /** Pages, and what they are made of. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
