import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads what the tests of a stage of {@code ./verify} came to: run as {@code java Reports.java FOLDER COUNTS SLOWEST}. Prints each test that failed, why and
 * where; writes to COUNTS how many passed and how many failed, and to SLOWEST the ten classes that took longest.
 */
class Reports {

    private static final int SLOWEST = 10;
    private static final int WIDTH = 400;

    /** A class loader's name may stand before the class. */
    private static final Pattern OUR_FRAME = Pattern.compile("(?m)^\\s*at (?:[^\\s(]*/)?(callward\\.\\S.*)$");

    private final List<Suite> suites = new ArrayList<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int unreadable;

    public static void main(String[] arguments) throws IOException, ParserConfigurationException {
        Reports reports = new Reports();
        DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        parser.setErrorHandler(null); // else it tells what we tell
        for (Path file : files(Path.of(arguments[0]))) {
            reports.read(parser, file);
        }
        reports.suites.forEach(suite -> suite.failures().forEach(reports.out::println));
        Files.writeString(Path.of(arguments[1]), reports.good() + " " + reports.bad() + "\n");
        Files.write(Path.of(arguments[2]), reports.slowest());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        }
    }

    /** Whoever was killed while he wrote has not passed. */
    private void read(DocumentBuilder parser, Path file) throws IOException {
        try {
            suites.add(new Suite(parser.parse(file.toFile()).getDocumentElement()));
        } catch (SAXException cutOff) {
            unreadable++;
            out.println("  FAILED " + file.getFileName() + "\n         " + cutOff.getMessage());
        }
    }

    private int bad() {
        return count("errors") + count("failures") + unreadable;
    }

    private int good() {
        return count("tests") - count("errors") - count("failures") - count("skipped");
    }

    private int count(String attribute) {
        return suites.stream().mapToInt(suite -> Integer.parseInt(suite.xml.getAttribute(attribute))).sum();
    }

    private List<String> slowest() {
        return suites.stream().sorted(Comparator.comparingDouble(Suite::seconds).reversed()).limit(SLOWEST)
                .map(suite -> String.format(Locale.ROOT, "%7.1f s  %s", suite.seconds(), suite.xml.getAttribute("name"))).toList();
    }

    /** A class of tests, as Surefire and Failsafe write it down. */
    private record Suite(Element xml) {

        double seconds() {
            return Double.parseDouble(xml.getAttribute("time").replace(",", ""));
        }

        Stream<String> failures() {
            return children(xml, "testcase").flatMap(test -> Stream.of("failure", "error").flatMap(kind -> children(test, kind)).map(bad -> failure(test, bad)));
        }

        private String failure(Element test, Element bad) {
            String whole = bad.getTextContent();
            String said = bad.hasAttribute("message") && !bad.getAttribute("message").isBlank() ? bad.getAttribute("message") : whole.isBlank() ? bad.getAttribute("type") : whole;
            return "  FAILED " + test.getAttribute("name") + "   (" + xml.getAttribute("name") + ")\n         " + reason(said)
                    + ourFrame(whole).map(frame -> "\n         at " + frame).orElse("");
        }

        /** Its first line; what a colon announces belongs to it. */
        private static String reason(String said) {
            List<String> lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            String first = lines.getFirst();
            String reason = first.endsWith(":") && lines.size() > 1 ? first + " " + lines.get(1) : first;
            return reason.length() > WIDTH ? reason.substring(0, WIDTH) + " …" : reason;
        }

        private static Optional<String> ourFrame(String trace) {
            Matcher frame = OUR_FRAME.matcher(trace);
            return frame.find() ? Optional.of(frame.group(1)) : Optional.empty();
        }

        private static Stream<Element> children(Element parent, String name) {
            NodeList found = parent.getElementsByTagName(name);
            return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
        }
    }
}
