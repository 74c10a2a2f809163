package callward.hours;

import callward.settings.Refused;
import callward.settings.Saying;

/** Something about a calendar will not do as somebody wants it; or is not there. */
class HoursRefused extends Refused {

    private static final long serialVersionUID = 1L;

    HoursRefused(String field, String key, Object... values) {
        super(Kind.WRONG, field, Saying.of(key, values));
    }

    private HoursRefused(Kind kind, String key, Object... values) {
        super(kind, Saying.of(key, values));
    }

    static HoursRefused gone() {
        return gone("hours.gone");
    }

    /** @param key of the sentence that says what is not there */
    static HoursRefused gone(String key) {
        return new HoursRefused(Kind.GONE, key);
    }
}
