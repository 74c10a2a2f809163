package callward.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Set;

/** What a number is for, as its country's numbering plan says. */
public enum NumberKind {
    FIXED_LINE, MOBILE, TOLL_FREE, VOIP,
    /** Whoever calls pays the callee. */
    PREMIUM_RATE,
    /** Whoever calls pays more than for a usual call. */
    SHARED_COST,
    /** Follows a person wherever he is, at any price. */
    PERSONAL,
    /** A company's number for the whole country. */
    UNIVERSAL,
    PAGER,
    VOICEMAIL,
    /** A telephone that satellites serve, or an international network of its own: dear, and loved by fraudsters. */
    SATELLITE,
    /** The fire brigade, the police, an ambulance. */
    EMERGENCY,
    /** No plan knows it. */
    UNKNOWN;

    /** Inmarsat, satellite mobiles, international networks, and the international audience's. */
    private static final Set<Integer> ABOVE_COUNTRIES = Set.of(870, 878, 881, 882, 883, 888);
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

    public static NumberKind of(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = parsed(number);
        if (parsed == null) {
            return UNKNOWN;
        }
        if (ABOVE_COUNTRIES.contains(parsed.getCountryCode())) {
            return SATELLITE;
        }
        return isEmergency(NUMBERS.getNationalSignificantNumber(parsed), country(number)) ? EMERGENCY : of(NUMBERS.getNumberType(parsed));
    }

    private static NumberKind of(PhoneNumberUtil.PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE, FIXED_LINE_OR_MOBILE -> FIXED_LINE;
            case MOBILE -> MOBILE;
            case TOLL_FREE -> TOLL_FREE;
            case VOIP -> VOIP;
            case PREMIUM_RATE -> PREMIUM_RATE;
            case SHARED_COST -> SHARED_COST;
            case PERSONAL_NUMBER -> PERSONAL;
            case UAN -> UNIVERSAL;
            case PAGER -> PAGER;
            case VOICEMAIL -> VOICEMAIL;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether somebody who dials this in a country reaches the fire brigade, the police or the like. @param country ISO 3166 */
    public static boolean isEmergency(String digits, String country) {
        return SHORT.isEmergencyNumber(digits, country) || SHORT.isEmergencyNumber(digits, "US") || SHORT.isEmergencyNumber(digits, "DE");
    }

    /** ISO 3166, or {@code 001} for a number above the countries; where the plan does not know the number, the main country of its code. */
    public static String country(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = parsed(number);
        if (parsed == null) {
            return "ZZ";
        }
        String country = NUMBERS.getRegionCodeForNumber(parsed);
        return country != null ? country : NUMBERS.getRegionCodeForCountryCode(parsed.getCountryCode());
    }

    private static Phonenumber.PhoneNumber parsed(PhoneNumber number) {
        try {
            return NUMBERS.parse(number.e164(), null);
        } catch (NumberParseException noSuchCountry) {
            return null;
        }
    }
}
