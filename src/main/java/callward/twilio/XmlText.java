package callward.twilio;

/** The one sanitiser: leaves of a text what XML 1.0 can carry, and so can a database and a voice. */
final class XmlText {

    private XmlText() { }

    static String of(String text) {
        if (text == null) {
            return "";
        }
        return text.codePoints().allMatch(XmlText::isLegal) ? text
                : text.codePoints().filter(XmlText::isLegal).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** XML 1.0, production 2 (Char). A lone surrogate is a code point of its own, and not among them. */
    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
