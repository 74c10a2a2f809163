package callward.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.outgoing.CallRefused.Reason;
import callward.phone.NumberKind;
import callward.phone.PhoneNumber;
import callward.settings.Shape;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk in Spain with lines in Spain, the United States and Germany. */
@Covers("B12")
class GuardTest {

    private static final PhoneNumber LINE = PhoneNumber.of("+34911234567");
    private static final Set<NumberKind> USUAL = EnumSet.of(NumberKind.FIXED_LINE, NumberKind.MOBILE, NumberKind.TOLL_FREE, NumberKind.VOIP);
    private static final Guard GUARD = new Guard(Set.of("ES", "US", "DE"), USUAL, Set.of(LINE), false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # where the desk is at home
        +34912345678  |
        +34931234567  |
        +34612345678  |
        +34712345678  |
        +34900123456  |
        +12025550123  |
        +14155552671  |
        +12125551234  |
        +18005551234  |
        +18885551234  |
        +4930123456   |
        +498912345678 |
        +4915123456789|
        +4917612345678|
        +498001234567 |
        # our own line
        +34911234567  | OUR_LINE
        # dear ones at home
        +34803123456  | PREMIUM_RATE
        +34806123456  | PREMIUM_RATE
        +34807123456  | PREMIUM_RATE
        +34905123456  | UNKNOWN_NUMBER
        +34901123456  | SHARED_COST
        +34902123456  | SHARED_COST
        +34701234567  | PERSONAL
        +19002345678  | PREMIUM_RATE
        +19765551234  | UNKNOWN_NUMBER
        +15002345678  | PERSONAL
        +49900123456  | UNKNOWN_NUMBER
        +499001234567 | PREMIUM_RATE
        +491801123456 | SHARED_COST
        +491805123456 | SHARED_COST
        +4970012345678| PERSONAL
        +4916412345   | KIND
        # above the countries
        +870773111632 | SATELLITE
        +881612345678 | SATELLITE
        +881812345678 | SATELLITE
        +882161234567 | SATELLITE
        +8823451234567| SATELLITE
        +883510001234 | SATELLITE
        +878101234567 | SATELLITE
        +979123456789 | PREMIUM_RATE
        +80812345678  | SHARED_COST
        # countries that look like home: they share its code
        +18765551234  | COUNTRY
        +18095551234  | COUNTRY
        +12425551234  | UNKNOWN_NUMBER
        +14735551234  | UNKNOWN_NUMBER
        +12844945678  | COUNTRY
        +14165551234  | COUNTRY
        # abroad
        +442079460958 | COUNTRY
        +447911123456 | COUNTRY
        +33123456789  | COUNTRY
        +33612345678  | COUNTRY
        +390612345678 | COUNTRY
        +351211234567 | COUNTRY
        +37112345678  | UNKNOWN_NUMBER
        +37167123456  | COUNTRY
        +23276123456  | COUNTRY
        +2522123456   | COUNTRY
        +5355512345   | COUNTRY
        +53512345678  | UNKNOWN_NUMBER
        +919123456789 | COUNTRY
        +911123456789 | COUNTRY
        +8613912345678| COUNTRY
        +819012345678 | COUNTRY
        +61412345678  | COUNTRY
        +3905499123456| COUNTRY
        # none at all
        +15550101234  | UNKNOWN_NUMBER
        +999123456789 | UNKNOWN_NUMBER
        +34123456789  | UNKNOWN_NUMBER
        +1234567      | UNKNOWN_NUMBER
        """)
    void numbers_of_many_countries(String number, Reason objection) {
        assertEquals(Optional.ofNullable(objection), GUARD.objection(PhoneNumber.of(number.strip())), () -> NumberKind.of(PhoneNumber.of(number.strip())).name());
    }

    @Test
    void examples_that_nobody_has_may_be_called_where_calls_are_simulated() {
        Guard practice = new Guard(Set.of("US"), USUAL, Set.of(), true);
        assertEquals(Optional.empty(), practice.objection(PhoneNumber.of("+15550101234")));
        assertEquals(Optional.of(Reason.PREMIUM_RATE), practice.objection(PhoneNumber.of("+19002345678")));
        assertEquals(Optional.of(Reason.COUNTRY), practice.objection(PhoneNumber.of("+34912345678")));
    }

    @Test
    void no_setting_opens_the_fire_brigade() {
        Guard open = new Guard(Set.of("US", "ES", "DE"), EnumSet.allOf(NumberKind.class), Set.of(), false);
        assertEquals(Optional.of(Reason.UNKNOWN_NUMBER), open.objection(PhoneNumber.of("+1234567")));
        assertEquals(Optional.empty(), open.objection(PhoneNumber.of("+19002345678")));
        for (String digits : List.of("112", "911", "110")) {
            assertTrue(NumberKind.isEmergency(digits, "ES") || digits.equals("110") && NumberKind.isEmergency(digits, "DE"), digits);
        }
        assertFalse(NumberKind.isEmergency("912345678", "ES"));
        assertFalse(NumberKind.isEmergency("1123456789", "IN"));
    }

    @Test
    void every_kind_that_a_setting_may_open_is_one() {
        List<String> kinds = Arrays.stream(NumberKind.values()).filter(kind -> kind != NumberKind.EMERGENCY && kind != NumberKind.UNKNOWN).map(Enum::name).toList();
        assertEquals(kinds.stream().sorted().toList(), Shape.KINDS.stream().sorted().toList());
    }
}
