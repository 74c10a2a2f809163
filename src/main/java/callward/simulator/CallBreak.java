package callward.simulator;

/** Leaves whatever a leg was doing, from any depth. */
abstract sealed class CallBreak extends Exception {

    private static final long serialVersionUID = 1;

    CallBreak(String message) {
        super(message, null, false, false);
    }

    /** The leg is over. */
    static final class Over extends CallBreak {
        private static final long serialVersionUID = 1;
        final CallStatus status;

        Over(CallStatus status) {
            super(status.wire());
            this.status = status;
        }
    }

    /** The REST API sent the leg to another document. */
    static final class Moved extends CallBreak {
        private static final long serialVersionUID = 1;
        final transient Instruction to;

        Moved(Instruction to) {
            super("moved");
            this.to = to;
        }
    }

    /** What the leg waited for in a queue or conference has come; the event says what, null after a {@code <Leave>}. */
    static final class WaitOver extends CallBreak {
        private static final long serialVersionUID = 1;
        final transient LegEvent why;

        WaitOver(LegEvent why) {
            super("wait over");
            this.why = why;
        }
    }
}
