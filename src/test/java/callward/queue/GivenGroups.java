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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Groups of people who are at work, each with one telephone or more: who is talked to, or being asked, is read as it is in the server. */
public final class GivenGroups extends Groups {

    private static final List<String> EVERYBODY = List.of("tom", "ann", "bo", "eve", "kim", "max", "pia", "ray", "sue", "udo", "val", "zoe");

    public final Set<String> members = new LinkedHashSet<>(List.of("tom", "ann"));
    public final Set<String> signedOut = new LinkedHashSet<>();
    /** Those of whoever has not just one that is named like him: {@code ann_mobile} is one of Ann's. */
    public final Map<String, List<String>> telephones = new HashMap<>();
    public RingStrategy strategy = RingStrategy.IN_ORDER;
    public boolean asks = true;
    public boolean open = true;
    public Waiting waiting = new Waiting(null, 30, 10, 300);
    private final PhonesInUse phones;

    public GivenGroups(PhonesInUse phones) {
        this.phones = phones;
    }

    static Ringable phone(String key) {
        String owner = key.replaceFirst("_.*", "");
        return new Ringable(key, key + "'s desk", Destination.of("client:" + key), name(owner), 20, (long) EVERYBODY.indexOf(owner) + 1, null);
    }

    private List<Ringable> phones(String member) {
        return telephones.getOrDefault(member, List.of(member)).stream().map(GivenGroups::phone).toList();
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
            List<Ringable> his = phones(member);
            boolean busy = !phones.talks(his.stream().flatMap(phone -> Stream.of(phone.key(), phone.destination().address())).toList(), now).isEmpty();
            if (busy || signedOut.contains(member)) {
                others.add(new Answer.NotRung("agent:" + phone(member).agentId(), name(member), busy ? Why.ON_A_CALL : Why.SIGNED_OUT));
            } else {
                his.forEach(phone -> free.add(new Verb.Target(phone.key(), phone.label(), phone.destination(), phone.agentName(), phone.seconds(), asks)));
            }
        }
        return key.equals("support") ? Optional.of(new Answer.Members(free, others, new RingRules(strategy, 20, 120, 2, Accept.ANY_KEY, false), open, false)) : Optional.empty();
    }

    @Override
    public Optional<Waiting> waiting(String key) {
        return Optional.of(waiting);
    }
}
