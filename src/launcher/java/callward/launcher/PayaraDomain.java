package callward.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The one file in which a Payara domain keeps its addresses. */
record PayaraDomain(Path domain) {

    void listenOn(String address, int http, int https, int admin) throws IOException {
        Map<String, Integer> ports = Map.of("http-listener-1", http, "http-listener-2", https, "admin-listener", admin);
        Path file = domain.resolve("config/domain.xml");
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
            var listeners = document.getElementsByTagName("network-listener");
            for (int i = 0; i < listeners.getLength(); i++) {
                Element listener = (Element) listeners.item(i);
                Integer port = ports.get(listener.getAttribute("name"));
                boolean ofThisServer = ((Element) listener.getParentNode().getParentNode().getParentNode()).getAttribute("name").equals("server-config");
                if (port != null && ofThisServer) {
                    listener.setAttribute("port", port.toString());
                    listener.setAttribute("address", listener.getAttribute("name").equals("admin-listener") ? "127.0.0.1" : address);
                }
            }
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("Cannot set the ports in " + file, e);
        }
    }
}
