package callward.simulator;

import java.time.Instant;

/** {@code <Dial><Conference>}: joins a conference and stays until it ends or the leg is taken out. */
final class DialConference {

    private static final int MOST_PEOPLE = 250;
    private static final int LONGEST_LABEL = 128;

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb noun;
    private final DialOutcome outcome;

    DialConference(LiveLeg leg, TwimlDocument document, TwimlVerb noun, DialOutcome outcome) {
        this.leg = leg;
        this.document = document;
        this.noun = noun;
        this.outcome = outcome;
    }

    void perform(Instant limit, boolean starHangsUp) throws CallBreak, InterruptedException {
        outcome.conference();
        leg.answer();
        var conference = leg.exchange.conferenceNamed(noun.content());
        var label = noun.get("participantLabel", null);
        if (refused(conference, label)) {
            outcome.ended(null, CallStatus.FAILED);
            return;
        }
        var me = new SimulatedConference.Participant(leg.call, label, noun.flag("startConferenceOnEnter", true),
                noun.flag("endConferenceOnExit", false), noun.flag("muted", false), leg.now());
        var callback = callback();
        var music = music();
        conference.join(me, callback);
        try {
            if (!conference.hasBegun()) {
                leg.waitFor(event -> conference.hasBegun() || conference.isOver() || me.removed, music, TwimlMode.CONFERENCE_WAIT);
            }
            leg.call.note(Heard.Kind.NOTE, "in conference " + conference.name());
            stay(conference, me, limit, starHangsUp);
        } finally {
            conference.leave(me);
        }
    }

    private boolean refused(SimulatedConference conference, String label) {
        boolean taken = label != null && conference.participant(label).isPresent();
        if (taken || label != null && label.length() > LONGEST_LABEL) {
            leg.exchange.alert(16025, "participant label " + label, leg.call, document.url());
            return true;
        }
        return conference.participants().size() >= Math.min(MOST_PEOPLE, noun.number("maxParticipants", MOST_PEOPLE));
    }

    private void stay(SimulatedConference conference, SimulatedConference.Participant me, Instant limit, boolean starHangsUp)
            throws CallBreak, InterruptedException {
        while (!conference.isOver() && !me.removed) {
            switch (leg.next(limit)) {
                case LegEvent.Spoke spoke -> conference.says(leg.call, spoke.text());
                case LegEvent.Pressed pressed when starHangsUp && pressed.key() == '*' -> {
                    return;
                }
                case LegEvent.TimeUp timeUp -> {
                    return;
                }
                default -> {
                    // the loop looks whether the conference goes on
                }
            }
        }
    }

    private StatusCallback callback() throws CallBreak, InterruptedException {
        return noun.has("statusCallback") ? StatusCallback.of(leg.address(document, noun.get("statusCallback", "")),
                noun.get("statusCallbackMethod", "POST"), noun.get("statusCallbackEvent", "start end")) : StatusCallback.NONE;
    }

    private Instruction music() throws CallBreak, InterruptedException {
        var url = noun.get("waitUrl", "");
        return url.isEmpty() ? null : Instruction.fetch("wait", leg.address(document, url), noun.get("waitMethod", "POST"));
    }
}
