package callward.call;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** An answer of ours, indented for people. What is not XML stays as it is. */
final class PrettyXml {

    private PrettyXml() { }

    static String of(String text) {
        if (text == null || !text.stripLeading().startsWith("<")) {
            return text;
        }
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            transformer.setErrorListener(new Quiet());
            StringWriter pretty = new StringWriter();
            transformer.transform(new StreamSource(new StringReader(text)), new StreamResult(pretty));
            return pretty.toString().strip();
        } catch (TransformerException | IllegalArgumentException notOurs) {
            return text;
        }
    }

    /** The usual one writes to the server's standard error. */
    private static final class Quiet implements javax.xml.transform.ErrorListener {
        @Override
        public void warning(TransformerException e) { }

        @Override
        public void error(TransformerException e) throws TransformerException {
            throw e;
        }

        @Override
        public void fatalError(TransformerException e) throws TransformerException {
            throw e;
        }
    }
}
