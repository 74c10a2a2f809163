package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.AvailablePhoneNumberCountry;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Notification;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The carrier's own Java library understands every answer of the simulated REST API. */
class TwilioLibraryTest extends InTown {

    private TwilioRestClient client;

    @BeforeEach
    void connect() {
        client = TwilioRest.client(town);
    }

    private Call places(String document) {
        return Call.creator(new PhoneNumber(TOM), new PhoneNumber(NUMBER), new Twiml("<Response>" + document + "</Response>")).create(client);
    }

    @Test
    void a_call_is_placed_and_followed() {
        app.on("/offer", "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press 1</Say></Gather>").on("/accept", "<Say>Thanks</Say>")
                .on("/status", CustomerApp.Reply.of(204, null, ""));
        var call = Call.creator(new PhoneNumber(TOM), new PhoneNumber(NUMBER), URI.create(app.url("/offer")))
                .setStatusCallback(URI.create(app.url("/status"))).setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(client);
        assertEquals(Call.Status.QUEUED, call.getStatus());
        assertEquals("outbound-api", call.getDirection());
        var tom = town.phone(TOM).rings().answers().hears("press 1");
        var fetched = Call.fetcher(call.getSid()).fetch(client);
        assertEquals(Call.Status.IN_PROGRESS, fetched.getStatus());
        assertNotNull(fetched.getStartTime());
        tom.presses("1").hears("thanks").endsAs("completed");
        assertEquals(Call.Status.COMPLETED, Call.fetcher(call.getSid()).fetch(client).getStatus());
        assertEquals(List.of("initiated", "ringing", "in-progress", "completed"),
                app.wasAsked("/status", 4).stream().map(asked -> asked.get("CallStatus")).toList());
        assertEquals("outbound-api", app.wasAsked("/offer").get("Direction"));
    }

    @Test
    void calls_are_listed_page_by_page() {
        for (int i = 0; i < 5; i++) {
            places("<Hangup/>");
            town.phone(TOM).rings().isBusy();
        }
        var found = new ArrayList<Call>();
        Call.reader().setTo(new PhoneNumber(TOM)).setStatus(Call.Status.BUSY).pageSize(2).read(client).forEach(found::add);
        assertEquals(5, found.size());
        assertFalse(Call.reader().setFrom(new PhoneNumber(BO)).read(client).iterator().hasNext());
    }

    @Test
    void a_live_call_is_sent_elsewhere() {
        var call = places("<Say>First</Say><Pause length=\"100\"/>");
        var tom = town.phone(TOM).rings().answers().hears("first");
        app.on("/second", "<Say>Second</Say><Pause length=\"100\"/>");
        Call.updater(call.getSid()).setUrl(URI.create(app.url("/second"))).update(client);
        tom.hears("second");
        Call.updater(call.getSid()).setTwiml(new Twiml("<Response><Say>Third</Say></Response>")).update(client);
        tom.hears("third").endsAs("completed");
        var over = assertThrows(ApiException.class, () -> Call.updater(call.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client));
        assertEquals(21220, over.getCode());
    }

    @Test
    void a_ringing_call_is_ended_by_either_word() {
        var one = places("<Hangup/>");
        var tom = town.phone(TOM).rings();
        Call.updater(one.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        tom.endsAs("canceled");
        var two = places("<Hangup/>");
        tom.rings();
        Call.updater(two.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(client);
        tom.endsAs("canceled");
    }

    @Test
    void moving_one_of_two_who_talk_ends_the_dial_of_the_other() {
        app.on("/dialled", "<Say>Alone</Say>").on("/moved", "<Say>Moved</Say>");
        var ann = annHears("<Dial action=\"/dialled\">" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings().answers().isConnected();
        Call.updater(tom.callSid()).setUrl(URI.create(app.url("/moved"))).update(client);
        tom.hears("moved").endsAs("completed");
        ann.hears("alone").endsAs("completed");
    }

    @Test
    void who_was_moved_out_of_a_dial_lives_on_and_is_told_of_as_before() {
        app.on("/dialled", "<Hangup/>").on("/moved", "<Dial callerId=\"" + NUMBER + "\">" + BO + "</Dial>").on("/status", CustomerApp.Reply.of(204, null, ""));
        var ann = annHears("<Dial action=\"/dialled\"><Number statusCallback=\"/status\">" + TOM + "</Number></Dial>");
        var tom = town.phone(TOM).rings().answers().isConnected();
        Call.updater(tom.callSid()).setUrl(URI.create(app.url("/moved"))).update(client);
        ann.endsAs("completed");
        var bo = town.phone(BO).rings().answers().isConnected();
        assertEquals(tom.callSid(), Call.fetcher(bo.callSid()).fetch(client).getParentCallSid());
        assertEquals("in-progress", tom.status());
        assertEquals(ann.callSid(), app.wasAsked("/moved").get("ParentCallSid"));
        tom.hangsUp();
        bo.endsAs("completed");
        var told = app.wasAsked("/status");
        assertEquals(tom.callSid() + " completed " + ann.callSid(), told.get("CallSid") + " " + told.get("CallStatus") + " " + told.get("ParentCallSid"));
    }

    @Test
    void what_a_moved_leg_cannot_fetch_it_asks_for_at_the_fallback_that_it_was_given() {
        app.on("/dialled", "<Hangup/>").on("/moved", CustomerApp.Reply.of(500, "text/plain", "no")).on("/fallback", "<Say>Once more</Say>");
        var ann = annHears("<Dial action=\"/dialled\">" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings().answers().isConnected();
        Call.updater(tom.callSid()).setUrl(URI.create(app.url("/moved"))).setFallbackUrl(URI.create(app.url("/fallback"))).update(client);
        ann.endsAs("completed");
        tom.hears("once more").endsAs("completed");
        town.alerts(11217);
    }

    @Test
    void moving_the_caller_hangs_up_the_other_and_ignores_the_action() {
        app.on("/dialled", "<Say>Ignored</Say>").on("/moved", "<Say>Moved</Say><Pause length=\"9\"/>");
        var ann = annHears("<Dial action=\"/dialled\">" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings().answers().isConnected();
        ann.isConnected();
        Call.updater(ann.callSid()).setUrl(URI.create(app.url("/moved"))).update(client);
        ann.hears("moved");
        tom.endsAs("completed");
        assertEquals("completed", app.wasAsked("/dialled").get("DialCallStatus"));
        ann.neverHeard("ignored");
    }

    @Test
    void an_action_in_a_document_without_an_address_must_be_absolute() {
        places("<Gather action=\"/menu\" numDigits=\"1\"><Say>Press</Say></Gather>");
        town.phone(TOM).rings().answers().hears("press").presses("1").hears("application error").endsAs("completed");
        town.alerts(11100);
    }

    @Test
    void a_machine_is_told_from_a_person() {
        app.on("/offer", "<Hangup/>");
        Call.creator(new PhoneNumber(TOM), new PhoneNumber(NUMBER), URI.create(app.url("/offer"))).setMachineDetection("Enable").create(client);
        town.phone(TOM).rings().voicemailAnswers().endsAs("completed");
        assertEquals("machine_start", app.wasAsked("/offer").get("AnsweredBy"));
    }

    @Test
    void numbers_are_found_rented_pointed_and_given_back() {
        var offers = new ArrayList<Local>();
        Local.reader("US").setAreaCode(415).pageSize(20).limit(20).read(client).forEach(offers::add);
        assertTrue(offers.stream().allMatch(offer -> offer.getPhoneNumber().toString().startsWith("+1415")));
        assertTrue(offers.get(0).getCapabilities().getVoice());
        var wanted = offers.get(0).getPhoneNumber();

        var rented = IncomingPhoneNumber.creator(wanted).setFriendlyName("callward:main:active").setVoiceUrl(URI.create(app.url("/voice"))).create(client);
        assertEquals(wanted, rented.getPhoneNumber());
        assertEquals("callward:main:active", rented.getFriendlyName());
        assertEquals(21422, assertThrows(ApiException.class, () -> IncomingPhoneNumber.creator(wanted).create(client)).getCode());

        var updated = IncomingPhoneNumber.updater(rented.getSid()).setVoiceFallbackUrl(URI.create(app.url("/fallback"))).update(client);
        assertEquals(app.url("/fallback"), updated.getVoiceFallbackUrl().toString());
        assertEquals(app.url("/voice"), updated.getVoiceUrl().toString());
        assertEquals(rented.getSid(), IncomingPhoneNumber.reader().setPhoneNumber(wanted).read(client).iterator().next().getSid());

        assertTrue(IncomingPhoneNumber.deleter(rented.getSid()).delete(client));
        assertEquals(404, assertThrows(ApiException.class, () -> IncomingPhoneNumber.fetcher(rented.getSid()).fetch(client)).getStatusCode());
    }

    @Test
    void texts_arrive_and_say_so() {
        app.on("/text", CustomerApp.Reply.of(204, null, ""));
        var message = Message.creator(new PhoneNumber(TOM), new PhoneNumber(NUMBER), "Your recording").setStatusCallback(URI.create(app.url("/text"))).create(client);
        assertEquals(Message.Status.QUEUED, message.getStatus());
        town.phone(TOM).reads("recording");
        assertEquals(2, app.wasAsked("/text", 2).size());
        town.settle();
        assertEquals(Message.Status.DELIVERED, Message.fetcher(message.getSid()).fetch(client).getStatus());
        assertEquals("Your recording", Message.reader().setTo(new PhoneNumber(TOM)).read(client).iterator().next().getBody());
    }

    @Test
    void recordings_are_listed_and_deleted() {
        app.on("/recorded", "<Hangup/>");
        var ann = annHears("<Record action=\"/recorded\"/>").hearsTone().says("One two three four five").presses("1").endsAs("completed");
        town.settle();
        var recording = Recording.reader().setCallSid(ann.callSid()).read(client).iterator().next();
        assertEquals(Recording.Status.COMPLETED, recording.getStatus());
        assertEquals(Recording.Source.RECORD_VERB, recording.getSource());
        assertTrue(Recording.deleter(recording.getSid()).delete(client));
        assertFalse(Recording.reader().setCallSid(ann.callSid()).read(client).iterator().hasNext());
    }

    @Test
    void queues_and_their_members_are_listed() {
        var queue = Queue.creator("support").setMaxSize(5).create(client);
        var ann = annHears("<Enqueue>support</Enqueue>").hearsMusic();
        assertEquals(ann.callSid(), Member.reader(queue.getSid()).read(client).iterator().next().getCallSid());
        assertEquals(1, Queue.fetcher(queue.getSid()).fetch(client).getCurrentSize());
        assertEquals(400, assertThrows(ApiException.class, () -> Queue.deleter(queue.getSid()).delete(client)).getStatusCode());
        ann.hangsUp().isCutOff();
        assertTrue(Queue.deleter(queue.getSid()).delete(client));
    }

    @Test
    void conferences_and_participants_are_listed() {
        annHears("<Dial><Conference>room</Conference></Dial>").hearsMusic();
        var conference = Conference.reader().setFriendlyName("room").read(client).iterator().next();
        var participant = Participant.reader(conference.getSid()).read(client).iterator().next();
        assertTrue(Participant.updater(conference.getSid(), participant.getCallSid()).setMuted(true).update(client).getMuted());
        var invited = Participant.creator("room", new PhoneNumber(NUMBER), new PhoneNumber(TOM)).create(client);
        assertNotNull(invited.getCallSid());
        town.phone(TOM).rings().declines();
    }

    @Test
    void the_account_tells_about_itself() {
        town.verified("+15554440000");
        assertEquals(Account.Type.FULL, Account.fetcher(town.accountSid()).fetch(client).getType());
        assertEquals("USD", Balance.fetcher().fetch(client).getCurrency());
        assertEquals("+15554440000", OutgoingCallerId.reader().read(client).iterator().next().getPhoneNumber().toString());
        town.isTrialAccount();
        assertEquals(Account.Type.TRIAL, Account.fetcher().fetch(client).getType());
    }

    @Test
    void alerts_are_listed() {
        annHears("<Shout/>").endsAs("completed");
        town.alerts(12200);
        assertEquals("12200", Notification.reader().read(client).iterator().next().getErrorCode());
    }

    @Test
    void a_country_without_numbers_is_not_found() {
        assertEquals(404, assertThrows(ApiException.class, () -> Local.reader("ZZ").read(client).iterator().hasNext()).getStatusCode());
        assertNotNull(AvailablePhoneNumberCountry.class);
    }
}
