package callward.simulator;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A document that tells the carrier what to do, read and checked.
 *
 * @param url      where it came from, against which relative addresses are read; null for a document sent by REST
 * @param verbs    what to do
 * @param warnings what the carrier complains about
 */
record TwimlDocument(String url, List<TwimlVerb> verbs, List<TwimlWarning> warnings) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/html");

    static TwimlDocument of(WebhookAnswer answer) throws TwimlRefused {
        if (answer.status() == 204) {
            return new TwimlDocument(answer.url(), List.of(), List.of());
        }
        if (answer.body().length > MOST_BYTES && !answer.mediaType().startsWith("audio/")) {
            throw new TwimlRefused(11750, "the document has " + answer.body().length + " bytes, 65536 are allowed");
        }
        if (XML.contains(answer.mediaType())) {
            return parse(answer.url(), answer.text());
        }
        return simple(answer);
    }

    /** Plain text is read out, sound is played; then the call ends. */
    private static TwimlDocument simple(WebhookAnswer answer) throws TwimlRefused {
        if (answer.mediaType().equals("text/plain")) {
            return new TwimlDocument(answer.url(), List.of(TwimlVerb.of("Say", answer.text())), List.of());
        }
        if (PlayedFile.TYPES.contains(answer.mediaType())) {
            return new TwimlDocument(answer.url(), List.of(TwimlVerb.of("Play", answer.url())), List.of());
        }
        throw new TwimlRefused(12300, answer.mediaType().isEmpty() ? "no content type"
                : "content type " + answer.mediaType() + " is not understood");
    }

    static TwimlDocument parse(String url, String xml) throws TwimlRefused {
        if (xml.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new TwimlRefused(11750, "the document has more than 65536 bytes");
        }
        var root = root(xml);
        if (!root.getTagName().equals("Response")) {
            throw new TwimlRefused(12102, "the root element is <" + root.getTagName() + ">, not <Response>");
        }
        var warnings = new ArrayList<TwimlWarning>();
        return new TwimlDocument(url, read(root, warnings).children(), warnings);
    }

    private static Element root(String xml) throws TwimlRefused {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
        } catch (SAXException e) {
            throw new TwimlRefused(12100, "not well-formed XML: " + e.getMessage());
        } catch (ParserConfigurationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TwimlVerb read(Element element, List<TwimlWarning> warnings) {
        var rule = TwimlSchema.rule(element.getTagName());
        var children = new ArrayList<TwimlVerb>();
        var text = new StringBuilder();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                readChild(element.getTagName(), rule, child, children, text, warnings);
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        if (!rule.anyText() && !text.toString().isBlank()) {
            warnings.add(new TwimlWarning(12200, "text inside <" + element.getTagName() + ">: " + text.toString().strip()));
        }
        return new TwimlVerb(element.getTagName(), attributes(element, rule, warnings), children, text.toString());
    }

    private static void readChild(String parent, TwimlSchema.Rule rule, Element child, List<TwimlVerb> children,
                                  StringBuilder text, List<TwimlWarning> warnings) {
        if (!rule.children().contains(child.getTagName()) || TwimlSchema.rule(child.getTagName()) == null) {
            warnings.add(new TwimlWarning(TwimlSchema.codeForChild(parent),
                    "<" + child.getTagName() + "> is not allowed in <" + parent + ">"));
            return;
        }
        var verb = read(child, warnings);
        children.add(verb);
        if (Character.isLowerCase(child.getTagName().charAt(0))) { // SSML: its words are spoken where they stand
            text.append(Spoken.words(verb));
        }
    }

    private static Map<String, String> attributes(Element element, TwimlSchema.Rule rule, List<TwimlWarning> warnings) {
        var attributes = new LinkedHashMap<String, String>();
        var map = element.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            var name = map.item(i).getNodeName();
            var value = map.item(i).getNodeValue();
            var check = TwimlSchema.check(element.getTagName(), name);
            if (!rule.attributes().contains(name)) {
                warnings.add(new TwimlWarning(12200, "<" + element.getTagName() + "> has no attribute " + name));
            } else if (check != null && !check.good().test(value)) {
                warnings.add(new TwimlWarning(check.code(), "<" + element.getTagName() + "> " + name + "=\"" + value + "\""));
            } else {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    /** Without it the parser writes every complaint to standard error. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // a warning is not an error
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
