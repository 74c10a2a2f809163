package callward.queue;

import callward.agent.PhonesInUse;
import callward.agent.Ringable;
import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.Remark.Why;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Verb;
import callward.flow.Waiting;
import callward.group.Groups;
import callward.phone.Destination;
import callward.wording.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups of people who are at work, each with one telephone: who is talked to, or being asked, is read as it is in the server. */
public final class GivenGroups extends Groups {

    private static final List<String> EVERYBODY = List.of("tom", "ann", "bo", "eve", "kim", "max", "pia", "ray", "sue", "udo", "val", "zoe");

    public final Set<String> members = new LinkedHashSet<>(List.of("tom", "ann"));
    public final Set<String> signedOut = new LinkedHashSet<>();
    public RingStrategy strategy = RingStrategy.IN_ORDER;
    public boolean asks = true;
    public boolean open = true;
    public Waiting waiting = new Waiting(null, 30, 10, 300);
    private final PhonesInUse phones;

    public GivenGroups(PhonesInUse phones) {
        this.phones = phones;
    }

    static Ringable phone(String key) {
        return new Ringable(key, key + "'s desk", Destination.of("client:" + key), name(key), 20, (long) EVERYBODY.indexOf(key) + 1, null);
    }

    private static String name(String key) {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    @Override
    public Answer whoIsFree(String key, Facts facts, Instant hour, Instant now) {
        return wouldBeRung(key, facts, hour, now).<Answer>map(members -> members).orElseGet(Answer.Unknown::new);
    }

    @Override
    public Optional<Answer.Members> wouldBeRung(String key, Facts facts, Instant hour, Instant now) {
        List<Verb.Target> free = new ArrayList<>();
        List<Answer.NotRung> others = new ArrayList<>();
        for (String member : members) {
            boolean busy = !phones.talks(List.of(member, "client:" + member), now).isEmpty();
            if (busy || signedOut.contains(member)) {
                others.add(new Answer.NotRung("agent:" + phone(member).agentId(), name(member), busy ? Why.ON_A_CALL : Why.SIGNED_OUT));
            } else {
                Ringable phone = phone(member);
                free.add(new Verb.Target(phone.key(), phone.label(), phone.destination(), phone.agentName(), phone.seconds(), asks));
            }
        }
        return key.equals("support") ? Optional.of(new Answer.Members(free, others, new RingRules(strategy, 20, 120, 2, Accept.ANY_KEY, false), open, false)) : Optional.empty();
    }

    @Override
    public Optional<Waiting> waiting(String key) {
        return Optional.of(waiting);
    }
}
