package callward.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** People who hear each other, any number of them. */
final class SimulatedConference {

    /** One of them. */
    static final class Participant {
        final SimulatedCall call;
        final String label;
        final boolean startsConference;
        volatile boolean endsConference;
        volatile boolean muted;
        volatile boolean onHold;
        volatile boolean removed;
        final Instant joined;

        Participant(SimulatedCall call, String label, boolean startsConference, boolean endsConference, boolean muted, Instant joined) {
            this.call = call;
            this.label = label;
            this.startsConference = startsConference;
            this.endsConference = endsConference;
            this.muted = muted;
            this.joined = joined;
        }
    }

    private final Exchange exchange;
    private final String sid = Sid.fresh("CF");
    private final String name;
    private final Instant created;
    private final List<Participant> participants = new ArrayList<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private StatusCallback callback;
    private String status = "init";

    SimulatedConference(Exchange exchange, String name) {
        this.exchange = exchange;
        this.name = name;
        created = exchange.time.now();
    }

    String sid() {
        return sid;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    synchronized String status() {
        return status;
    }

    synchronized boolean isOver() {
        return status.equals("completed");
    }

    synchronized boolean hasBegun() {
        return status.equals("in-progress");
    }

    synchronized List<Participant> participants() {
        return List.copyOf(participants);
    }

    synchronized Optional<Participant> participant(String sidOrLabel) {
        return participants.stream().filter(p -> p.call.sid.equals(sidOrLabel) || sidOrLabel.equals(p.label)).findFirst();
    }

    /** Where to report to is settled by the first who joins. */
    synchronized void join(Participant participant, StatusCallback wanted) {
        if (callback == null) {
            callback = wanted;
        }
        participants.add(participant);
        report("join", "participant-join", participant);
        if (status.equals("init") && participants.size() > 1 && participants.stream().anyMatch(p -> p.startsConference)) {
            status = "in-progress";
            report("start", "conference-start", participant);
        }
        tell();
    }

    synchronized void leave(Participant participant) {
        if (!participants.remove(participant)) {
            return;
        }
        report("leave", "participant-leave", participant);
        if (participants.isEmpty() || participant.endsConference) {
            end(participant);
        }
        tell();
    }

    /** Ends it for everybody. */
    synchronized void end() {
        end(participants.isEmpty() ? null : participants.get(0));
        tell();
    }

    private void end(Participant last) {
        if (!isOver()) {
            status = "completed";
            report("end", "conference-end", last);
        }
    }

    synchronized void says(SimulatedCall speaker, String words) {
        boolean silent = participants.stream().anyMatch(p -> p.call == speaker && (p.muted || p.onHold));
        if (!silent && hasBegun()) {
            participants.stream().filter(p -> p.call != speaker && !p.onHold).forEach(p -> p.call.note(Heard.Kind.VOICE, words));
        }
    }

    /** A participant was muted, held or removed: reports it, and lets the legs look again. */
    synchronized void changed(Participant participant, String event) {
        report(event.split("-")[1], event, participant);
        tell();
    }

    private void tell() {
        participants.forEach(p -> p.call.post(new LegEvent.ConferenceChanged()));
        exchange.account.bell().ring();
    }

    private void report(String wanted, String event, Participant about) {
        if (callback == null || callback.url() == null || !callback.wants(wanted.startsWith("un") ? wanted.substring(2) : wanted)) {
            return;
        }
        var fields = Fields.of("ConferenceSid", sid, "FriendlyName", name, "AccountSid", exchange.account.sid(),
                "SequenceNumber", String.valueOf(sequence.incrementAndGet()), "Timestamp", Reports.rfc2822(exchange.time.now()),
                "StatusCallbackEvent", event);
        if (about != null && event.startsWith("participant")) {
            fields.add("CallSid", about.call.sid).add("Muted", about.muted).add("Hold", about.onHold).add("Coaching", "false")
                    .add("StartConferenceOnEnter", about.startsConference).add("EndConferenceOnExit", about.endsConference)
                    .add("ParticipantLabel", about.label).add("ParticipantCallStatus", about.call.status().wire());
        }
        if (about != null && event.equals("conference-end")) {
            fields.add("CallSidEndingConference", about.call.sid).add("ReasonConferenceEnded",
                    about.endsConference ? "participant-with-end-conference-on-exit-left" : "last-participant-left");
        }
        if (about == null) {
            exchange.reports.send("conference", callback.url(), callback.method(), fields);
        } else {
            exchange.reports.send(about.call, "conference", callback.url(), callback.method(), fields, Fields.none());
        }
    }
}
