package callward.phone;

/** A place a call can be sent to. */
public sealed interface Destination permits PhoneNumber, SipAddress, BrowserPhone {

    /** As people write it and as we store it: {@code +4930123456}, {@code sip:tom@example.com}, {@code client:tom}. */
    String address();

    /**
     * Reads what {@link #address()} writes.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static Destination of(String address) {
        String text = address == null ? "" : address.strip();
        if (text.startsWith("sip:") || text.startsWith("sips:")) {
            return new SipAddress(text);
        }
        if (text.startsWith("client:")) {
            return new BrowserPhone(text.substring("client:".length()));
        }
        return PhoneNumber.of(text);
    }
}
