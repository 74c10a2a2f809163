package callward.line;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.settings.Saying;
import java.util.Map;

/**
 * What the carrier's "no" means for whoever has to do something about it.
 *
 * @param kind    whose it is
 * @param code    the carrier's own error code, 0 when it gave none
 * @param saying  what is wrong and what to do
 * @param message the carrier's own words
 */
public record CarrierTrouble(Kind kind, int code, Saying saying, String message) {

    /** Three kinds, because three different people mend them. */
    public enum Kind {
        /** Our account or our settings. */
        SETUP,
        /** The number that was asked for. */
        NUMBER,
        /** Nobody: it passes. */
        LATER
    }

    static final int NOT_THERE = CarrierRefused.NOT_THERE;
    private static final Map<Integer, String> SETUP = Map.ofEntries(Map.entry(20003, "20003"), Map.entry(20005, "20005"),
            Map.entry(21404, "21404"), Map.entry(21402, "url"), Map.entry(21502, "url"), Map.entry(21403, "url"), Map.entry(NOT_THERE, "20404"),
            Map.entry(21615, "address"), Map.entry(21631, "address"), Map.entry(21649, "address"), Map.entry(21651, "address"),
            Map.entry(10001, "inactive"), Map.entry(21608, "unverified"), Map.entry(21210, "notOurs"), Map.entry(21219, "unverified"),
            Map.entry(21215, "geo"));
    private static final Map<Integer, String> NUMBER = Map.of(21421, "21421", 21422, "21422", 21451, "21451", 21452, "21452", 21401, "21421",
            21450, "21421", 21211, "noSuchNumber", 21217, "noSuchNumber", 21214, "notReached", 21216, "blocked");
    private static final Map<Integer, String> LATER = Map.of(20429, "busy", 10004, "busy", 20500, "later", 20503, "later");

    /** @param thrown {@link CarrierRefused} or {@link CarrierUnreachable} */
    public static CarrierTrouble of(RuntimeException thrown) {
        return thrown instanceof CarrierRefused refused ? of(refused.code(), refused.getMessage()) : later(thrown.getMessage());
    }

    /** As it is kept with a line. */
    static CarrierTrouble of(int code, String message) {
        if (code < 0) {
            return later(message);
        }
        for (Kind kind : Kind.values()) {
            String word = words(kind).get(code);
            if (word != null) {
                return new CarrierTrouble(kind, code, Saying.of("carrier." + word), message);
            }
        }
        return new CarrierTrouble(Kind.SETUP, code, Saying.of("carrier.other", String.valueOf(code), message), message);
    }

    private static CarrierTrouble later(String message) {
        return new CarrierTrouble(Kind.LATER, 0, Saying.of("carrier.unreachable", message), message);
    }

    private static Map<Integer, String> words(Kind kind) {
        return switch (kind) {
            case SETUP -> SETUP;
            case NUMBER -> NUMBER;
            case LATER -> LATER;
        };
    }
}
