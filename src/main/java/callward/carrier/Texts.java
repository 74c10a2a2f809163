package callward.carrier;

import callward.phone.PhoneNumber;

/** Text messages. Errors as {@link Carrier}. */
public interface Texts {

    /**
     * @param account SID of the account that sends it, null for today's
     * @param body    at most 1,600 characters
     * @return the carrier's name for it
     */
    String send(String account, PhoneNumber from, PhoneNumber to, String body);
}
