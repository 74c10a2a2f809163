package callward.hours;

import callward.settings.Saying;

/** Something about a calendar will not do as somebody wants it; a field of null means that there is no such thing. */
class HoursRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Saying saying;

    HoursRefused(String field, String key, Object... values) {
        super("hours refused: " + field + " " + key);
        this.field = field;
        this.saying = Saying.of(key, values);
    }

    static HoursRefused gone() {
        return new HoursRefused(null, "hours.gone");
    }

    String field() {
        return field;
    }

    Saying saying() {
        return saying;
    }
}
