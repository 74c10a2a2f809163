package callward.simulator;

import java.util.function.Supplier;

/**
 * Where a leg's next document comes from: an address to request, or the document itself.
 *
 * @param purpose why it is requested, for the log
 * @param extras  parameters of this request alone, made when it is sent
 * @param twiml   the document when it needs no request, else null
 */
record Instruction(String purpose, String url, String method, Supplier<Fields> extras, String twiml) {

    static Instruction fetch(String purpose, String url, String method, Supplier<Fields> extras) {
        return new Instruction(purpose, url, method, extras, null);
    }

    static Instruction fetch(String purpose, String url, String method, Fields extra) {
        return fetch(purpose, url, method, () -> extra);
    }

    static Instruction fetch(String purpose, String url, String method) {
        return fetch(purpose, url, method, Fields.none());
    }

    static Instruction inline(String twiml) {
        return new Instruction("inline", null, null, Fields::none, twiml);
    }

    boolean isInline() {
        return twiml != null;
    }

    Instruction with(Fields more) {
        return new Instruction(purpose, url, method, () -> Fields.none().addAll(extra()).setAll(more), twiml);
    }

    Fields extra() {
        return extras.get();
    }
}
