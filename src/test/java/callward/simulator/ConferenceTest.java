package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConferenceTest extends InTown {

    private int askedFor;

    private Caller joins(String from, String attributes) {
        app.on("/joined", "<Say>Left</Say>").on("/conference", CustomerApp.Reply.of(204, null, ""));
        app.on("/voice", "<Dial action=\"/joined\"><Conference statusCallback=\"/conference\" statusCallbackEvent=\"start end join leave mute\" "
                + attributes + ">room</Conference></Dial>");
        var caller = town.calls(Town.from(from), Town.to(NUMBER));
        app.wasAsked("/voice", ++askedFor);
        return caller;
    }

    @Test
    void people_in_a_conference_hear_each_other() {
        var ann = joins(ANN, "").hearsMusic();
        var tom = joins(TOM, "");
        tom.settled();
        var bo = joins(BO, "").settled();
        ann.says("Hello all");
        tom.hears("hello all");
        bo.hears("hello all").says("Hi Ann");
        ann.hears("hi ann");
        bo.hangsUp().endsAs("completed");
        assertEquals("answered", app.wasAsked("/joined").get("DialCallStatus"));
        assertNull(app.wasAsked("/joined").get("DialCallSid"));
    }

    @Test
    void it_ends_when_the_one_who_ends_it_leaves() {
        var ann = joins(ANN, "endConferenceOnExit=\"true\"");
        var tom = joins(TOM, "").settled();
        ann.hangsUp().endsAs("completed");
        tom.hears("left").endsAs("completed");
        town.settle();
        var events = app.asked("/conference").stream().map(a -> a.get("StatusCallbackEvent")).toList();
        assertEquals(2, events.stream().filter("participant-join"::equals).count(), events.toString());
        assertEquals(1, events.stream().filter("conference-start"::equals).count(), events.toString());
        assertEquals(1, events.stream().filter("conference-end"::equals).count(), events.toString());
    }

    @Test
    void somebody_muted_is_not_heard() {
        var ann = joins(ANN, "");
        var tom = joins(TOM, "").settled();
        var rest = new Rest(town);
        var sid = rest.get("/Conferences.json?FriendlyName=room").json().path("conferences").get(0).path("sid").asText();
        assertEquals("true", rest.post("/Conferences/" + sid + "/Participants/" + ann.callSid() + ".json", Map.of("Muted", "true")).get("muted"));
        ann.says("Nobody hears me");
        rest.post("/Conferences/" + sid + "/Participants/" + ann.callSid() + ".json", Map.of("Muted", "false"));
        town.settle();
        ann.says("Now you do");
        tom.hears("now you do").neverHeard("nobody hears me");
        assertEquals(2, rest.get("/Conferences/" + sid + "/Participants.json").json().path("participants").size());
    }

    @Test
    void somebody_removed_goes_on_with_the_action() {
        joins(TOM, "");
        var ann = joins(ANN, "").settled();
        var rest = new Rest(town);
        var sid = town.exchange().conferences().get(0).sid();
        assertEquals(204, rest.delete("/Conferences/" + sid + "/Participants/" + ann.callSid() + ".json").status());
        ann.hears("left").endsAs("completed");
    }

    @Test
    void a_label_is_given_only_once() {
        joins(TOM, "participantLabel=\"x\"").settled();
        joins(ANN, "participantLabel=\"x\"").hears("left");
        town.alerts(16025);
    }

    @Test
    void a_participant_can_be_called_in() {
        var ann = joins(ANN, "").settled();
        var answer = new Rest(town).post("/Conferences/room/Participants.json", Map.of("From", NUMBER, "To", TOM, "EndConferenceOnExit", "true"));
        assertEquals(201, answer.status());
        var tom = town.phone(TOM).rings().answers().settled();
        tom.says("Here I am");
        ann.hears("here i am");
        tom.hangsUp();
        ann.hears("left");
    }
}
