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

    /** Numbers that could be rented. */
    List<Offer> search(Wish wish, int limit);

    Optional<RentedNumber> find(PhoneNumber number);

    List<RentedNumber> all();

    /** Rents the number; it is pointed at us from its first second. */
    RentedNumber rent(PhoneNumber number, String name);

    /** Sets the URLs of a number we have to ours, and reads them back. */
    RentedNumber pointAtUs(String carrierSid, String name);

    void release(String carrierSid);

    /** Kinds of numbers a carrier rents. */
    enum Kind { LOCAL, MOBILE, TOLL_FREE }

    /**
     * What a number to rent should be like; null where it does not matter.
     *
     * @param country  ISO 3166, {@code US}
     * @param areaCode digits, the United States and Canada only
     * @param contains digits, {@code *} for any one
     * @param near     a number in whose neighbourhood it should be, the United States and Canada only
     * @param locality city
     */
    record Wish(String country, Kind kind, String areaCode, String contains, PhoneNumber near, String locality) { }

    record Offer(PhoneNumber number, String locality, String region) { }

    /**
     * Where the carrier has something else than we would have it.
     *
     * @param what   as the carrier calls it: {@code VoiceUrl}, {@code TrunkSid} …
     * @param theirs what the carrier has; empty for nothing
     * @param ours   what it should be; empty for nothing
     */
    record Difference(String what, String theirs, String ours) { }

    /** @param leadsTo where its calls go now: an address, or what wins over it; empty for nowhere */
    record RentedNumber(String carrierSid, PhoneNumber number, String name, String leadsTo, List<Difference> differences) {

        public boolean pointsAtUs() {
            return differences.isEmpty();
        }
    }
}
