package callward.phone;

import java.util.regex.Pattern;

/** The carrier's name for a call, stable for the call's life (Twilio: {@code CA} and 32 hex digits; others differ). */
public record CallId(String sid) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:@-]{1,128}");

    public CallId {
        if (sid == null || !FORM.matcher(sid).matches()) {
            throw new IllegalArgumentException("not a call SID");
        }
    }

    @Override
    public String toString() {
        return sid;
    }
}
