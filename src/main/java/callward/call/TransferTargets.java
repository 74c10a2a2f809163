package callward.call;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Availability;
import callward.agent.Availability.Reach;
import callward.agent.Ringable;
import callward.call.TransferRefused.Reason;
import callward.flow.TransferTo;
import callward.group.Groups;
import callward.line.Lines;
import callward.phone.PhoneNumber;
import callward.script.Known;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a caller can be sent at this moment, and where not. */
@ApplicationScoped
@Transactional
class TransferTargets {

    private static final int LONGEST_NOTE = 500;

    @Inject
    Agents agents;
    @Inject
    Availability availability;
    @Inject
    Groups groups;
    @Inject
    Lines lines;
    @Inject
    NumberGuard guard;
    @Inject
    @Any
    Instance<Known> known;
    @Inject
    Clock clock;

    /** Everybody but the caller himself and whoever talks to him; who cannot be rung, with the reason. @param talking id, or null */
    List<Reach> people(Long talking, String caller) {
        List<Long> ids = agents.all().stream().map(Agent::getId).filter(id -> !id.equals(talking)).toList();
        return availability.of(ids, caller, clock.instant());
    }

    /** Names by key. */
    Map<String, String> mailboxes() {
        return names(Known.Thing.MAILBOX);
    }

    /** Names by key. */
    Map<String, String> groups() {
        return names(Known.Thing.GROUP);
    }

    /** FREE when somebody of it can be rung now, else CLOSED or NOBODY_FREE. */
    String state(String group) {
        return groups.wouldBeRung(group, clock.instant()).map(members -> !members.open() ? "CLOSED" : members.targets().isEmpty() ? "NOBODY_FREE" : "FREE")
                .orElse("NOBODY_FREE");
    }

    private Map<String, String> names(Known.Thing thing) {
        return known.stream().filter(room -> room.thing() == thing).findFirst().map(Known::names).orElse(Map.of());
    }

    /**
     * What is wished for, as the engine knows it.
     *
     * @param caller   as the carrier tells it
     * @param practice the call is simulated
     * @throws TransferRefused when it cannot be
     */
    TransferTo of(TransferCall.Wish wish, String caller, boolean practice) {
        if (Stream.of(wish.agent(), wish.group(), wish.number(), wish.mailbox()).filter(one -> one != null).count() != 1) {
            throw new TransferRefused(Reason.ONE_TARGET);
        }
        if (wish.note() != null && wish.note().length() > LONGEST_NOTE) {
            throw new TransferRefused(Reason.NOTE_TOO_LONG);
        }
        if (wish.agent() != null) {
            return agent(wish.agent(), caller);
        }
        if (wish.number() != null) {
            return number(wish.number(), caller, practice);
        }
        return wish.group() != null ? new TransferTo.ToGroup(named(groups(), wish.group(), Reason.GROUP_UNKNOWN), wish.group())
                : new TransferTo.ToMailbox(named(mailboxes(), wish.mailbox(), Reason.MAILBOX_UNKNOWN), wish.mailbox());
    }

    /** What people call the agent or the number that is wished for, whether or not it can be had now; nothing for other wishes. */
    Optional<String> label(TransferCall.Wish wish) {
        return wish.agent() != null ? agents.all().stream().filter(one -> one.getId().equals(wish.agent())).map(Agent::getName).findFirst()
                : Optional.ofNullable(wish.number()).flatMap(number -> PhoneNumber.in(bare(number))).map(PhoneNumber::shown);
    }

    private static String bare(String number) {
        return number.replaceAll("[\\s()./-]", "");
    }

    private TransferTo agent(long id, String caller) {
        Reach reach = availability.of(List.of(id), caller, clock.instant()).getFirst();
        if (reach.name() == null) {
            throw new TransferRefused(Reason.AGENT_UNKNOWN);
        }
        if (!reach.isFree()) {
            throw new TransferRefused(Reason.AGENT_NOT_FREE);
        }
        return new TransferTo.ToTelephones(reach.name(), reach.devices().stream().map(Ringable::key).toList());
    }

    private TransferTo number(String text, String caller, boolean practice) {
        PhoneNumber number = PhoneNumber.in(bare(text)).orElseThrow(() -> new TransferRefused(Reason.NUMBER_WRONG));
        if (lines.isOurs(number)) {
            throw new TransferRefused(Reason.OUR_LINE);
        }
        if (PhoneNumber.in(caller).equals(Optional.of(number))) {
            throw new TransferRefused(Reason.CALLERS_OWN);
        }
        if (!guard.mayCall(number, practice)) {
            throw new TransferRefused(Reason.NUMBER_NOT_ALLOWED);
        }
        return new TransferTo.ToTelephones(number.shown(), List.of(number.e164()));
    }

    private static String named(Map<String, String> names, String key, Reason otherwise) {
        return Optional.ofNullable(names.get(key)).orElseThrow(() -> new TransferRefused(otherwise));
    }
}
