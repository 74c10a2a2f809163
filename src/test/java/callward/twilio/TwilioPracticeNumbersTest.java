package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.phone.PhoneNumber;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Covers("B01")
class TwilioPracticeNumbersTest {

    private static final String NUMBERS = "/2010-04-01/Accounts/AC5/IncomingPhoneNumbers";

    private final OtherCarrier companys = new OtherCarrier();
    private final OtherCarrier simulator = new OtherCarrier();
    private final TwilioPracticeNumbers numbers = new TwilioPracticeNumbers();

    {
        beside(true);
        numbers.urls = Fixtures.urls();
    }

    @AfterEach
    void close() {
        numbers.account.close();
        companys.close();
        simulator.close();
    }

    @Test
    void the_simulator_gets_the_lines_it_lacks_and_loses_those_that_are_none() {
        simulator.answers(200, "{\"incoming_phone_numbers\":[" + number("PN1", "+15550100100") + "," + number("PN2", "+15550100199")
                + "],\"page\":0,\"next_page_uri\":null}").answers(200, number("PN1", "+15550100100")).answers(200, number("PN3", "+15550100101"));
        numbers.keep(Map.of(PhoneNumber.of("+15550100100"), "Support"));
        List<String> asked = simulator.asked.stream().map(one -> one.method() + " " + one.target().replaceFirst("[?].*", "")).toList();
        assertEquals(List.of("GET " + NUMBERS + ".json", "POST " + NUMBERS + "/PN1.json", "DELETE " + NUMBERS + "/PN2.json"), asked);
        Map<String, List<String>> sent = FormFields.decode(simulator.asked.get(1).body());
        assertEquals(List.of("https://desk.example.com/twilio/voice"), sent.get("VoiceUrl"));
        assertEquals(List.of("Support"), sent.get("FriendlyName"));
        assertEquals(List.of(), companys.asked);
    }

    @Test
    void a_new_line_can_be_called_there() {
        simulator.answers(200, "{\"incoming_phone_numbers\":[],\"page\":0,\"next_page_uri\":null}").answers(201, number("PN3", "+15550100101"));
        numbers.keep(Map.of(PhoneNumber.of("+15550100101"), "Sales"));
        assertEquals("POST " + NUMBERS + ".json", simulator.asked.get(1).method() + " " + simulator.asked.get(1).target());
        assertEquals(List.of("+15550100101"), FormFields.decode(simulator.asked.get(1).body()).get("PhoneNumber"));
        assertEquals(List.of(), companys.asked);
    }

    @Test
    void they_are_only_kept_apart_beside_a_companys_account() {
        assertTrue(numbers.areApart());
        beside(false);
        assertFalse(numbers.areApart());
        numbers.accounts = Fixtures.accounts(simulators(), simulators(), true);
        assertFalse(numbers.areApart());
    }

    private void beside(boolean simulatorOn) {
        CarrierAccounts accounts = Fixtures.accounts(Fixtures.account(companys.url()), simulators(), simulatorOn);
        numbers.accounts = accounts;
        numbers.account = new TwilioAccount();
        numbers.account.accounts = accounts;
    }

    private CarrierAccount simulators() {
        return new CarrierAccount(Optional.of(simulator.url()), "AC5", List.of("t"), "AC5", "t", true);
    }

    private static String number(String sid, String number) {
        return "{\"sid\":\"" + sid + "\",\"phone_number\":\"" + number + "\",\"friendly_name\":\"x\"}";
    }
}
