package callward.twilio;

import static callward.twilio.Fixtures.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Verb;
import callward.flow.Verb.Target;
import callward.greeting.Heard;
import callward.house.Covers;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

class TwimlWriterTest {

    private static final String PATIENCE = "#ct=2000&rt=4000&rc=2&rp=ct,rt,5xx";
    private final TwimlWriter writer = Fixtures.writer(Map.of(
            "named", new Heard.Words("Hello {{customer.name}}, ticket {{ticket.number}}.", ENGLISH),
            "words", new Heard.Words("Bienvenidos", new Tongue("es-ES", null)),
            "sound", new Heard.Sound("/media/abc.mp3", "audio/mpeg")));

    @Test
    @Covers("S0.04")
    void a_text_is_spoken_in_its_language_and_voice() {
        Element say = only(written(new Verb.Say("Fish & <chips>", new Tongue("en-GB", "Polly.Amy"))));
        assertEquals("Say", say.getTagName());
        assertEquals("Fish & <chips>", say.getTextContent());
        assertEquals("en-GB", say.getAttribute("language"));
        assertEquals("Polly.Amy", say.getAttribute("voice"));
    }

    @Test
    void who_waits_while_two_talk_about_him_hears_what_their_door_says() {
        Element enqueue = only(written(new Verb.Park("cw-ask-abc-c", "ask/CA1/abc/caller/waits", "Ann", 300, List.of())));
        assertEquals("Enqueue", enqueue.getTagName());
        assertEquals("cw-ask-abc-c", enqueue.getTextContent());
        assertTrue(enqueue.getAttribute("waitUrl").matches("https://desk.example.com/twilio/ask/CA1/abc/caller/waits/\\d+#.*"), enqueue.getAttribute("waitUrl"));
        assertTrue(enqueue.getAttribute("action").contains("/twilio/dequeued/"));
    }

    @Test
    @Covers("S0.05")
    void a_greeting_is_a_sound_or_words() {
        Element play = only(written(new Verb.Play("sound", Facts.NONE, ENGLISH)));
        assertEquals("https://desk.example.com/media/abc.mp3", play.getTextContent());
        Element say = only(written(new Verb.Play("words", Facts.NONE, ENGLISH)));
        assertEquals("Bienvenidos", say.getTextContent());
        assertEquals("es-ES", say.getAttribute("language"));
        assertEquals(0, children(written(new Verb.Play("unknown", Facts.NONE, ENGLISH))).size());
    }

    @Test
    @Covers("S0.06")
    void names_in_a_greetings_words_are_filled_in_for_this_caller() {
        Facts known = Facts.of("customer.name", "John <Doe>").with("ticket.number", "12");
        assertEquals("Hello John <Doe>, ticket 1 2.", only(written(new Verb.Play("named", known, ENGLISH))).getTextContent());
        assertEquals("Hello, ticket.", only(written(new Verb.Play("named", Facts.NONE, ENGLISH))).getTextContent());
    }

    @Test
    void a_question_awaits_keys_and_words_and_hears_of_silence() {
        Element gather = only(written(new Verb.Gather(List.of(new Verb.Say("Press 1", ENGLISH), new Verb.Pause(1), new Verb.Play("sound", Facts.NONE, ENGLISH)),
                true, 1, "", 6, List.of("ticket, please", "else"), new Tongue("es-MX", null))));
        assertEquals("https://desk.example.com/twilio/entered/4" + PATIENCE, gather.getAttribute("action"));
        assertEquals("true", gather.getAttribute("actionOnEmptyResult"));
        assertEquals("dtmf speech", gather.getAttribute("input"));
        assertEquals("1", gather.getAttribute("numDigits"));
        assertTrue(gather.hasAttribute("finishOnKey"));
        assertEquals("", gather.getAttribute("finishOnKey"));
        assertEquals("6", gather.getAttribute("timeout"));
        assertEquals("es-MX", gather.getAttribute("language"));
        assertEquals("ticket please, else", gather.getAttribute("hints"));
        assertEquals(List.of("Say", "Pause", "Play"), children(gather).stream().map(Element::getTagName).toList());
    }

    @Test
    void a_number_of_any_length_ends_with_its_key() {
        Element gather = only(written(new Verb.Gather(List.of(), false, 0, "#", 5, List.of("x"), ENGLISH)));
        assertEquals("dtmf", gather.getAttribute("input"));
        assertFalse(gather.hasAttribute("numDigits"));
        assertFalse(gather.hasAttribute("hints"));
        assertEquals("#", gather.getAttribute("finishOnKey"));
    }

    @Test
    void all_kinds_of_telephones_ring_and_tell_of_it() {
        Element dial = only(written(new Verb.Dial(List.of(target("tom", "+15550100101"), target("ann", "sip:ann@pbx.example.com;transport=tls"),
                target("bo", "client:bo")), 20, null)));
        assertEquals("https://desk.example.com/twilio/dialled/4" + PATIENCE, dial.getAttribute("action"));
        assertEquals("20", dial.getAttribute("timeout"));
        assertEquals("true", dial.getAttribute("answerOnBridge"));
        assertFalse(dial.hasAttribute("callerId"));
        List<Element> phones = children(dial);
        assertEquals(List.of("Number", "Sip", "Client"), phones.stream().map(Element::getTagName).toList());
        assertEquals(List.of("+15550100101", "sip:ann@pbx.example.com;transport=tls", "bo"),
                phones.stream().map(phone -> phone.getTextContent().strip()).toList());
        phones.forEach(phone -> assertEquals("initiated ringing answered completed", phone.getAttribute("statusCallbackEvent")));
        assertEquals("https://desk.example.com/twilio/leg/ann" + PATIENCE, phones.get(1).getAttribute("statusCallback"));
    }

    @Test
    @Covers("S1.07")
    void whoever_picks_up_a_telephone_that_asks_is_asked_and_the_others_are_not() {
        List<Target> phones = List.of(asks("tom/1", "+15550100101"), asks("ann", "sip:ann@pbx.example.com"), asks("bo", "client:bo"), target("eve", "+15550100102"));
        List<Element> written = children(only(written(new Verb.Dial(phones, 20, null, callward.flow.Accept.ANY_KEY))));
        assertEquals(List.of("https://desk.example.com/twilio/leg/tom_1/offer/4" + PATIENCE, "https://desk.example.com/twilio/leg/ann/offer/4" + PATIENCE,
                "https://desk.example.com/twilio/leg/bo/offer/4" + PATIENCE, ""), written.stream().map(phone -> phone.getAttribute("url")).toList());
        assertEquals("https://desk.example.com/twilio/leg/tom_1/asks" + PATIENCE, written.getFirst().getAttribute("statusCallback"));
        assertEquals("https://desk.example.com/twilio/leg/eve" + PATIENCE, written.getLast().getAttribute("statusCallback"));
    }

    private static Target asks(String key, String address) {
        return new Target(key, key, Destination.of(address), null, 20, true);
    }

    @Test
    void only_a_dial_that_comes_first_can_leave_the_call_unanswered() {
        Document document = written(new Verb.Say("Please wait", ENGLISH), new Verb.Dial(List.of(target("tom", "+15550100101")), 20, "+15550100100"));
        assertFalse(children(document).get(1).hasAttribute("answerOnBridge"));
        assertEquals("+15550100100", children(document).get(1).getAttribute("callerId"));
    }

    @Test
    void a_caller_without_a_number_is_shown_as_the_line() {
        Verb dial = new Verb.Dial(List.of(target("tom", "+15550100101")), 20, null);
        assertEquals("+15550100100", only(parsed(writer.write(List.of(dial), 4, "+15550100100"))).getAttribute("callerId"));
    }

    @Test
    void no_more_telephones_ring_than_the_carrier_can_ring_at_once() {
        List<Target> many = IntStream.range(0, 15).mapToObj(i -> target("t" + i, "+155501001" + (10 + i))).toList();
        assertEquals(10, children(only(written(new Verb.Dial(many, 20, null)))).size());
    }

    @Test
    @Covers("S3.06")
    void a_message_is_recorded_after_the_tone() {
        Element record = only(written(new Verb.Record(120, 5, "#*", true)));
        assertEquals("https://desk.example.com/twilio/recorded/4" + PATIENCE, record.getAttribute("action"));
        assertEquals("https://desk.example.com/twilio/recording" + PATIENCE, record.getAttribute("recordingStatusCallback"));
        assertEquals("completed absent", record.getAttribute("recordingStatusCallbackEvent"));
        assertEquals("https://desk.example.com/twilio/transcription" + PATIENCE, record.getAttribute("transcribeCallback"));
        assertEquals("true", record.getAttribute("transcribe"));
        assertEquals("120", record.getAttribute("maxLength"));
        assertEquals("5", record.getAttribute("timeout"));
        assertEquals("#*", record.getAttribute("finishOnKey"));
        assertEquals("true", record.getAttribute("playBeep"));
        assertEquals("trim-silence", record.getAttribute("trim"));
        assertFalse(only(written(new Verb.Record(60, 5, "", false))).hasAttribute("transcribe"));
    }

    @Test
    void the_other_verbs_are_themselves() {
        assertEquals("https://x.example/a?b=1&c=2", only(written(new Verb.Redirect(URI.create("https://x.example/a?b=1&c=2")))).getTextContent());
        assertEquals("Hangup", only(written(new Verb.HangUp())).getTagName());
        assertEquals("busy", only(written(new Verb.Refuse(true))).getAttribute("reason"));
        assertEquals("rejected", only(written(new Verb.Refuse(false))).getAttribute("reason"));
        assertEquals(0, children(written()).size());
    }

    @Test
    void a_long_text_is_spoken_in_pieces_and_a_document_stays_small_enough() {
        List<Element> pieces = children(written(new Verb.Say("Thank you for waiting. ".repeat(1000), ENGLISH)));
        assertTrue(pieces.size() > 1);
        assertTrue(pieces.stream().allMatch(say -> say.getTextContent().length() <= 4096));
        String huge = writer.write(new CallId("CA1"), List.of(new Verb.Gather(List.of(new Verb.Say("&😀".repeat(50_000), ENGLISH)), true, 1, "#", 5,
                Stream.generate(() -> "ü".repeat(100)).limit(900).toList(), ENGLISH), new Verb.HangUp()), 1);
        assertTrue(huge.getBytes(StandardCharsets.UTF_8).length <= 65_536);
        assertEquals(2, children(parsed(huge)).size());
    }

    @Test
    void of_ten_thousand_hostile_texts_none_breaks_a_document() {
        Random random = new Random(20261121);
        for (int n = 0; n < 10_000; n++) {
            String hostile = hostile(random);
            String expected = XmlText.of(hostile).strip();
            Document document = parsed(writer.write(new CallId("CA1"), List.of(new Verb.Say(hostile, new Tongue(hostile, hostile)),
                    new Verb.Gather(List.of(), true, 1, "#", 5, List.of(hostile), ENGLISH), new Verb.HangUp()), 1));
            if (!expected.isBlank()) {
                assertEquals(expected, children(document).get(0).getTextContent());
            }
        }
    }

    private static String hostile(Random random) {
        String[] nasty = {"</Say><Dial>+1900</Dial>", "]]>", "<![CDATA[", "&#1;", "&amp;", "\u0000", "\uFFFE", "\uD800", "\uDC00", "😀", "\r", "\n", "\"", "'",
            "<!--", "-->", "<?xml?>", "\u0085", "\u2028", "\u202E", "\u001B[31m", " ", "%s", "{0}", "$1", "&lol;"};
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            switch (random.nextInt(3)) {
                case 0 -> text.append(nasty[random.nextInt(nasty.length)]);
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return text.toString();
    }

    private Document written(Verb... verbs) {
        return parsed(writer.write(new CallId("CA1"), List.of(verbs), 4));
    }

    private static Target target(String key, String address) {
        return new Target(key, key, Destination.of(address), null, 20);
    }

    private static Element only(Document document) {
        assertEquals(1, children(document).size());
        return children(document).get(0);
    }

    private static List<Element> children(Document document) {
        assertEquals("Response", document.getDocumentElement().getTagName());
        return children(document.getDocumentElement());
    }

    private static List<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength()).mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance).map(Element.class::cast).toList();
    }

    private static Document parsed(String xml) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException e) throws SAXParseException {
                    throw e;
                }

                @Override
                public void error(SAXParseException e) throws SAXParseException {
                    throw e;
                }

                @Override
                public void fatalError(SAXParseException e) throws SAXParseException {
                    throw e;
                }
            });
            return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("malformed: " + xml, e);
        }
    }
}
