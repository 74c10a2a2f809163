package callward.call;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Availability;
import callward.agent.Availability.Reach;
import callward.agent.Ringable;
import callward.call.TransferRefused.Reason;
import callward.flow.TransferTo;
import callward.line.Line;
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
    Lines lines;
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

    Map<String, String> mailboxes() {
        return known.stream().filter(room -> room.thing() == Known.Thing.MAILBOX).findFirst().map(Known::names).orElse(Map.of());
    }

    /**
     * What is wished for, as the engine knows it.
     *
     * @param caller as the carrier tells it
     * @throws TransferRefused when it cannot be
     */
    TransferTo of(TransferCall.Wish wish, String caller) {
        if (Stream.of(wish.agent(), wish.number(), wish.mailbox()).filter(one -> one != null).count() != 1) {
            throw new TransferRefused(Reason.ONE_TARGET);
        }
        if (wish.note() != null && wish.note().length() > LONGEST_NOTE) {
            throw new TransferRefused(Reason.NOTE_TOO_LONG);
        }
        return wish.agent() != null ? agent(wish.agent(), caller) : wish.number() != null ? number(wish.number(), caller) : mailbox(wish.mailbox());
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

    private TransferTo number(String text, String caller) {
        PhoneNumber number = PhoneNumber.in(text.replaceAll("[\\s()./-]", "")).orElseThrow(() -> new TransferRefused(Reason.NUMBER_WRONG));
        if (lines.all().stream().map(Line::getNumber).anyMatch(number.e164()::equals)) {
            throw new TransferRefused(Reason.OUR_LINE);
        }
        if (PhoneNumber.in(caller).equals(Optional.of(number))) {
            throw new TransferRefused(Reason.CALLERS_OWN);
        }
        return new TransferTo.ToTelephones(number.shown(), List.of(number.e164()));
    }

    private TransferTo mailbox(String key) {
        String name = mailboxes().get(key);
        if (name == null) {
            throw new TransferRefused(Reason.MAILBOX_UNKNOWN);
        }
        return new TransferTo.ToMailbox(name, key);
    }
}
