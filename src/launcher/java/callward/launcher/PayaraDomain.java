package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The one file in which a Payara domain keeps its addresses. */
record PayaraDomain(Path domain) {

    private static final String LOOPBACK = "127.0.0.1";

    PayaraDomain listenOn(Doors doors) throws IOException {
        Map<String, Integer> ports = Map.of("http-listener-1", doors.http(), "http-listener-2", doors.https(), "admin-listener", doors.admin());
        Path file = domain.resolve("config/domain.xml");
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
            for (Element listener : elements(document, "network-listener")) {
                String name = listener.getAttribute("name");
                if (isOfThisServer(listener) && ports.containsKey(name)) {
                    move(listener, name.equals("admin-listener") ? LOOPBACK : doors.address(), ports.get(name));
                }
            }
            // doors that nobody uses but that open all the same
            for (String door : List.of("iiop-listener", "jmx-connector")) {
                elements(document, door).stream().filter(PayaraDomain::isOfThisServer).forEach(e -> move(e, LOOPBACK, Ports.free()));
            }
            for (Element property : elements(document, "system-property")) {
                if (property.getAttribute("name").equals("JMS_PROVIDER_PORT") && isOfThisServer(property)) {
                    property.setAttribute("value", Integer.toString(Ports.free()));
                }
            }
            elements(document, "das-config").forEach(e -> e.setAttribute("autodeploy-polling-interval-in-seconds", "1"));
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("Cannot set the ports in " + file, e);
        }
        return this;
    }

    void logTo(Path log) throws IOException {
        Path file = domain.resolve("config/logging.properties");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("(?m)^(com\\.sun\\.enterprise\\.server\\.logging\\.GFFileHandler\\.file=).*$", "$1" + Matcher.quoteReplacement(log.toString())));
    }

    private static void move(Element listener, String address, int port) {
        listener.setAttribute("address", address);
        listener.setAttribute("port", Integer.toString(port));
    }

    private static boolean isOfThisServer(Element element) {
        for (Node node = element; node instanceof Element parent; node = node.getParentNode()) {
            if (parent.getTagName().equals("config")) {
                return parent.getAttribute("name").equals("server-config");
            }
        }
        return false;
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
