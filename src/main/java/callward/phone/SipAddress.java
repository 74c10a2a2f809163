package callward.phone;

import java.util.regex.Pattern;

/**
 * A SIP address such as {@code sip:tom@pbx.example.com}.
 *
 * @param address at most 254 characters (Twilio's {@code <Sip>} takes fewer than 255)
 */
public record SipAddress(String address) implements Destination {

    private static final Pattern FORM = Pattern.compile("sips?:[A-Za-z0-9_.!~*'()&=+$,;?/%-]+@[A-Za-z0-9.-]+(:\\d{1,5})?(;[A-Za-z0-9=;.-]+)?");

    public SipAddress {
        if (address == null || address.length() > 254 || !FORM.matcher(address).matches()) {
            throw new IllegalArgumentException("\"" + address + "\" is not a SIP address: write it like sip:name@host.example");
        }
    }
}
