package callward.api;

import callward.settings.KeptText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Refuses texts that could not be kept, wherever they stand in a request: a database would fail at them, and so would our answer. */
final class Texts {

    private static final String WRONG = "has a character that no text can have: U+0000, or half of one that takes two";

    private Texts() { }

    /** @throws Refusal naming the first field that will not do */
    static void check(byte[] json) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isName = token == JsonToken.FIELD_NAME;
                if ((isName || token == JsonToken.VALUE_STRING) && !KeptText.is(parser.getText())) {
                    // a name that will not do cannot be said again: what it stands in is named
                    throw Refusal.field(path(isName ? parser.getParsingContext().getParent() : parser.getParsingContext()), WRONG);
                }
            }
        }
    }

    /** @throws Refusal when the text of a parameter will not do */
    static void check(String parameter, String text) {
        if (!KeptText.is(text)) {
            throw Refusal.field(parameter, WRONG);
        }
    }

    private static String path(JsonStreamContext place) {
        if (place.inRoot()) {
            return "";
        }
        String around = path(place.getParent());
        return place.inArray() ? around + "[" + place.getCurrentIndex() + "]" : around.isEmpty() ? place.getCurrentName() : around + "." + place.getCurrentName();
    }
}
