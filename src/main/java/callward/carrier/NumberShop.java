package callward.carrier;

import callward.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** Phone numbers at the carrier: search, rent, point at us, release. Errors as {@link Carrier}. */
public interface NumberShop {

    /** The account that numbers are rented in. Asks nobody. */
    String accountSid();

    /** Where numbers are pointed: our voice URL. Asks nobody. */
    String ourVoiceUrl();

    List<PhoneNumber> search(String country, String areaCode, String contains, int limit);

    Optional<RentedNumber> find(PhoneNumber number);

    List<RentedNumber> all();

    /** Rents the number; it is pointed at us from its first second. */
    RentedNumber rent(PhoneNumber number, String name);

    /** Sets the URLs of a number we have to ours, and reads them back. */
    RentedNumber pointAtUs(String carrierSid, String name);

    void release(String carrierSid);

    record RentedNumber(String carrierSid, PhoneNumber number, String name, String voiceUrl, String fallbackUrl, String statusUrl,
                        boolean pointsAtUs) { }
}
