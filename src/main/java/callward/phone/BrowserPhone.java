package callward.phone;

import java.util.regex.Pattern;

/**
 * A telephone in somebody's browser (Twilio's {@code <Client>}).
 *
 * @param identity 1 to 256 of {@code A-Z a-z 0-9 _}, which is what works on every platform
 */
public record BrowserPhone(String identity) implements Destination {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{1,256}");

    public BrowserPhone {
        if (identity == null || !FORM.matcher(identity).matches()) {
            throw new IllegalArgumentException("\"" + identity + "\" is not a browser phone: use letters, digits and _ only");
        }
    }

    @Override
    public String address() {
        return "client:" + identity;
    }
}
