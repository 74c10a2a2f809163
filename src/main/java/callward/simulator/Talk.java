package callward.simulator;

import java.time.Instant;

/** Two people talk, seen from one of the two legs. */
final class Talk {

    /** How it ended, where the leg itself lives on. */
    enum End {
        PARTNER_LEFT, STAR, TIME_LIMIT
    }

    private final LiveLeg leg;
    private final Bridge bridge;

    Talk(LiveLeg leg, Bridge bridge) {
        this.leg = leg;
        this.bridge = bridge;
    }

    End untilSomebodyLeaves(Instant limit, boolean starHangsUp) throws CallBreak, InterruptedException {
        leg.call.note(Heard.Kind.CONNECTED, name(bridge.partner(leg.call)));
        hearMachine(bridge.partner(leg.call));
        try {
            while (true) {
                switch (leg.next(limit)) {
                    case LegEvent.Spoke spoke -> bridge.says(leg.call, spoke);
                    case LegEvent.Pressed pressed when starHangsUp && pressed.key() == '*' -> {
                        return End.STAR;
                    }
                    case LegEvent.Pressed pressed -> bridge.presses(leg.call, pressed.key());
                    case LegEvent.PartnerLeft left when left.bridge() == bridge -> {
                        return End.PARTNER_LEFT;
                    }
                    case LegEvent.TimeUp timeUp -> {
                        return End.TIME_LIMIT;
                    }
                    default -> {
                        // not part of a talk
                    }
                }
            }
        } finally {
            bridge.leave(leg.call);
        }
    }

    private void hearMachine(SimulatedCall partner) {
        if (partner.byMachine) {
            partner.phone.greeting().forEach(line -> leg.call.note(Heard.Kind.VOICE, line));
            leg.call.note(Heard.Kind.TONE, "beep");
        }
    }

    private static String name(SimulatedCall partner) {
        return partner.direction == Direction.INBOUND ? partner.from : partner.to;
    }
}
