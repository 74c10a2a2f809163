package callward.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.house.Covers;
import callward.house.GivenSettings;
import callward.line.Line;
import callward.line.Lines;
import callward.phone.PhoneNumber;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import callward.settings.Company;
import callward.settings.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desk in Spain may ring with telephones, lines and scripts of its own. */
@Covers("B12")
class GuardedTelephonesTest {

    private final GivenSettings settings = new GivenSettings();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # number      | set up now      | rung where it is there already
        +34612345678  |                 | true
        +33612345678  | COUNTRY         | true
        +34911234567  | OUR_LINE        | true
        +34807123456  | PREMIUM_RATE    | false
        +34902123456  | SHARED_COST     | false
        +870773123456 | SATELLITE       | false
        +34905123456  | UNKNOWN_NUMBER  | true
        # an example
        +15550100201  |                 | true
        """)
    void a_number_is_refused_with_the_guards_words_and_a_dear_one_is_never_rung(String number, String reason, boolean isRung) {
        GuardedTelephones telephones = telephones(false);
        assertEquals(Optional.ofNullable(reason).map(why -> "outgoing.refused." + why), telephones.objection(PhoneNumber.of(number)).map(saying -> saying.key()));
        assertEquals(isRung, !telephones.isNeverRung(PhoneNumber.of(number)));
    }

    @Test
    void what_an_administrator_allows_may_be_set_up_and_is_rung() {
        settings.with(Setting.OUTGOING_KINDS, "MOBILE,SHARED_COST").with(Setting.OUTGOING_COUNTRIES, "ES,FR");
        GuardedTelephones telephones = telephones(false);
        assertEquals(Optional.empty(), telephones.objection(PhoneNumber.of("+34902123456")));
        assertEquals(Optional.empty(), telephones.objection(PhoneNumber.of("+33612345678")));
        assertFalse(telephones.isNeverRung(PhoneNumber.of("+34902123456")));
    }

    @Test
    void in_the_simulator_numbers_may_be_set_up_that_nobody_has() {
        assertEquals(Optional.empty(), telephones(true).objection(PhoneNumber.of("+34905123456")));
    }

    private GuardedTelephones telephones(boolean simulated) {
        Watchman watchman = new Watchman();
        watchman.settings = settings;
        watchman.company = new Company() {
            @Override
            public String country() {
                return "ES";
            }
        };
        watchman.lines = new Lines() {
            @Override
            public List<Line> all() {
                return List.of(new Line() {
                    @Override
                    public String getNumber() {
                        return "+34911234567";
                    }
                });
            }
        };
        GuardedTelephones telephones = new GuardedTelephones();
        telephones.watchman = watchman;
        telephones.accounts = new CarrierAccounts() {
            @Override
            public CarrierAccount current() {
                return new CarrierAccount(Optional.empty(), "AC1", List.of(), "AC1", "", simulated);
            }
        };
        return telephones;
    }
}
