package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlDocumentTest {

    private static final String URL = "https://example.com/voice";

    private static List<Integer> complaints(String verbs) throws TwimlRefused {
        return TwimlDocument.parse(URL, "<Response>" + verbs + "</Response>").warnings().stream().map(TwimlWarning::code).toList();
    }

    private static int refusal(String document) {
        return assertThrows(TwimlRefused.class, () -> TwimlDocument.parse(URL, document)).code;
    }

    @Test
    void a_proper_document_is_not_complained_about() throws TwimlRefused {
        assertEquals(List.of(), complaints("""
                <Say voice="Polly.Joanna" language="en-US">Hi <emphasis level="strong">there</emphasis></Say>
                <Gather input="dtmf speech" timeout="5" numDigits="1" finishOnKey="" action="/a#rc=2&amp;rp=all" method="GET" bargeIn="true"><Play>/x.wav</Play><Pause length="2"/></Gather>
                <Dial timeout="20" callerId="+15550100100" answerOnBridge="true"><Number url="/w" statusCallbackEvent="answered">+15551110001</Number></Dial>
                <Record maxLength="60" finishOnKey="*#" playBeep="true" trim="trim-silence"/>
                <Enqueue waitUrl="/wait" action="/q">support</Enqueue><Leave/><Reject reason="busy"/><Redirect>/x</Redirect><Hangup/>
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Response>", "<Response><Say>A & B</Say></Response>", "no markup", "", "<Response>\u0001</Response>",
        "<Response/><Response/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response><Say>&e;</Say></Response>"})
    void what_is_not_well_formed_is_refused(String document) {
        assertEquals(12100, refusal(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<response/>", "<html><body/></html>"})
    void only_a_response_is_a_document(String document) {
        assertEquals(12102, refusal(document));
    }

    @Test
    void more_than_64_kilobytes_are_refused() {
        assertEquals(11750, refusal("<Response><!--" + "x".repeat(65_536) + "--></Response>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<Shout>Hi</Shout>; 12200", "<say>Hi</say>; 12200", "<Say loud='yes'>Hi</Say>; 12200", "words; 12200",
        "<Say language='nonsense!'>Hi</Say>; 13511", "<Say loop='-1'>Hi</Say>; 13510", "<Say voice='bob'>Hi</Say>; 13512",
        "<Gather numDigits='0'/>; 13314", "<Gather timeout='soon'/>; 13313", "<Gather finishOnKey='12'/>; 13310", "<Gather method='PUT'/>; 13312",
        "<Gather><Record/></Gather>; 13320", "<Record maxLength='x'/>; 13612", "<Record timeout='-1'/>; 13611", "<Record finishOnKey='a'/>; 13613",
        "<Record playBeep='maybe'/>; 13616", "<Dial timeout='0'>1</Dial>; 13212", "<Dial timeout='601'>1</Dial>; 13212",
        "<Dial hangupOnStar='x'>1</Dial>; 13213", "<Dial timeLimit='20000'>1</Dial>; 13216", "<Dial><Say>Hi</Say></Dial>; 13215",
        "<Dial><Number method='X'>1</Number></Dial>; 13221", "<Dial><Conference muted='x'>c</Conference></Dial>; 13230",
        "<Pause length='0'/>; 13910", "<Play loop='x'>/a</Play>; 13410", "<Redirect method='DELETE'>/a</Redirect>; 13710", "<Reject reason='rude'/>; 13810"})
    void what_twilio_complains_about_is_complained_about(String verbs, int code) throws TwimlRefused {
        assertEquals(List.of(code), complaints(verbs));
    }

    @Test
    void a_bad_value_counts_as_not_given() throws TwimlRefused {
        var document = TwimlDocument.parse(URL, "<Response><Gather numDigits='many'/></Response>");
        assertTrue(document.verbs().get(0).attributes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "application/x-whatever"})
    void other_types_are_refused(String type) {
        var answer = new WebhookAnswer(200, type, "<Response/>".getBytes(StandardCharsets.UTF_8), URL);
        assertEquals(12300, assertThrows(TwimlRefused.class, () -> TwimlDocument.of(answer)).code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml; charset=UTF-8", "TEXT/HTML"})
    void xml_goes_by_three_names(String type) throws TwimlRefused {
        var answer = new WebhookAnswer(200, type, "<Response><Hangup/></Response>".getBytes(StandardCharsets.UTF_8), URL);
        assertEquals("Hangup", TwimlDocument.of(answer).verbs().get(0).name());
    }
}
