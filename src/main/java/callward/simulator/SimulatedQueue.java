package callward.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Callers who wait, the longest first, and who wants to talk with one of them. */
final class SimulatedQueue {

    /** One caller who waits. */
    record Member(SimulatedCall call, Instant since) {
    }

    private final String sid = Sid.fresh("QU");
    private final String name;
    private final int size;
    private final Instant created;
    private final List<Member> members = new ArrayList<>();
    private final List<SimulatedCall> diallers = new ArrayList<>();

    SimulatedQueue(String name, int size, Instant created) {
        this.name = name;
        this.size = size;
        this.created = created;
    }

    String sid() {
        return sid;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    Instant created() {
        return created;
    }

    synchronized boolean join(SimulatedCall call, Instant now) {
        if (members.size() >= size) {
            return false;
        }
        members.add(new Member(call, now));
        diallers.forEach(dialler -> dialler.post(new LegEvent.QueueHasMember()));
        return true;
    }

    synchronized void leave(SimulatedCall call) {
        members.removeIf(member -> member.call() == call);
    }

    /** Takes the front member out, or null; a dialler who got nobody is told when somebody joins. */
    synchronized Member take(SimulatedCall dialler) {
        diallers.remove(dialler);
        if (members.isEmpty()) {
            diallers.add(dialler);
            return null;
        }
        return members.remove(0);
    }

    synchronized void forget(SimulatedCall dialler) {
        diallers.remove(dialler);
    }

    synchronized List<Member> members() {
        return List.copyOf(members);
    }

    synchronized Fields position(SimulatedCall call, Instant now) {
        int position = members.stream().map(Member::call).toList().indexOf(call) + 1;
        long average = (long) members.stream().mapToLong(member -> Duration.between(member.since(), now).toSeconds()).average().orElse(0);
        return Fields.of("QueueSid", sid, "QueuePosition", String.valueOf(position),
                "QueueTime", String.valueOf(waited(call, now)), "AvgQueueTime", String.valueOf(average),
                "CurrentQueueSize", String.valueOf(members.size()), "MaxQueueSize", String.valueOf(size));
    }

    synchronized long waited(SimulatedCall call, Instant now) {
        return members.stream().filter(member -> member.call() == call).findFirst()
                .map(member -> Duration.between(member.since(), now).toSeconds()).orElse(0L);
    }
}
