package callward.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.GivenAudit;
import callward.house.Covers;
import callward.house.TestDatabase;
import callward.settings.GivenEnvironment;
import callward.settings.House;
import callward.settings.Saying;
import callward.settings.Setting;
import callward.settings.Settings.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("S0.18")
class ChangeSettingsTest {

    private static final String SID = "AC00000000000000000000000000000001";

    @TempDir
    Path data;
    private final GivenEnvironment environment = new GivenEnvironment();
    private final GivenAudit audit = new GivenAudit();
    private final ChangeSettings change = new ChangeSettings();
    private House house;

    @BeforeEach
    void open() {
        TestDatabase.empty();
        house = House.opened(environment.with(Setting.DATA_DIR, data));
        change.settings = house.settings;
        change.exchangeKey = house.exchangeKey;
        change.audit = audit;
    }

    @Test
    void a_value_counts_at_once_and_is_written_down() {
        assertEquals(Source.DEFAULT, house.settings.source(Setting.SMTP_PORT));
        change.put(Map.of(Setting.SMTP_PORT, " 2525 ", Setting.COUNTRY, "es"));
        assertEquals(2525, house.settings.number(Setting.SMTP_PORT));
        assertEquals("ES", house.settings.text(Setting.COUNTRY));
        assertEquals(Source.CONSOLE, house.settings.source(Setting.SMTP_PORT));
        assertTrue(audit.entries.contains("settings smtp-port CHANGED {value=} {value=2525}"), audit.entries.toString());
    }

    @Test
    void an_empty_value_goes_back_to_the_default() {
        change.put(Map.of(Setting.SMTP_PORT, "2525"));
        change.put(Map.of(Setting.SMTP_PORT, ""));
        assertEquals(587, house.settings.number(Setting.SMTP_PORT));
        assertEquals(Source.DEFAULT, house.settings.source(Setting.SMTP_PORT));
        assertEquals("settings smtp-port CHANGED {value=2525} {value=}", audit.entries.getLast());
    }

    @Test
    void what_stays_as_it_is_is_not_written_down() {
        change.put(Map.of(Setting.SMTP_PORT, "2525"));
        change.put(Map.of(Setting.SMTP_PORT, "2525"));
        assertEquals(1, audit.entries.size());
    }

    @Test
    void all_or_nothing() {
        Map<String, Saying> faults = faults(Map.of(Setting.SMTP_HOST, "mail.example.com", Setting.SMTP_PORT, "0", Setting.SMTP_FROM, "nobody"));
        assertEquals(Map.of(Setting.SMTP_PORT.key(), Saying.of("setting.wrong.PORT"), Setting.SMTP_FROM.key(), Saying.of("setting.wrong.EMAIL")), faults);
        assertEquals(Optional.empty(), house.settings.get(Setting.SMTP_HOST));
        assertEquals(List.of(), audit.entries);
    }

    @Test
    void what_the_environment_gives_is_locked() {
        environment.with(Setting.SMTP_HOST, "mail.of.the.environment");
        assertEquals("The server’s environment gives this value as CALLWARD_SMTP_HOST. Change it there, or take it away there to set it here.",
                faults(Map.of(Setting.SMTP_HOST, "mail.example.com")).get(Setting.SMTP_HOST.key()).inEnglish());
        assertEquals("mail.of.the.environment", house.settings.text(Setting.SMTP_HOST));
        assertEquals(Source.ENVIRONMENT, house.settings.source(Setting.SMTP_HOST));
    }

    @Test
    void what_counts_at_the_start_is_the_environments() {
        for (Setting setting : Setting.values()) {
            if (setting.onlyAtStart()) {
                assertEquals(Saying.of("setting.onlyAtStart", setting.variable()), faults(Map.of(setting, "x")).get(setting.key()));
            }
        }
    }

    @Test
    void a_secret_is_set_replaced_and_removed_and_never_written_down() {
        change.put(Map.of(Setting.SMTP_PASSWORD, "canary one"));
        change.put(Map.of(Setting.SMTP_PASSWORD, "canary two"));
        assertEquals("canary two", house.settings.text(Setting.SMTP_PASSWORD));
        change.put(Map.of(Setting.SMTP_PASSWORD, ""));
        assertEquals(Optional.empty(), house.settings.get(Setting.SMTP_PASSWORD));
        assertEquals(List.of("settings smtp-password CHANGED {value=} {value=••••}", "settings smtp-password CHANGED {value=••••} {value=•••• (new)}",
                "settings smtp-password CHANGED {value=••••} {value=}"), audit.entries);
        assertFalse(TestDatabase.column("select name || value from callward.setting").toString().contains("canary"));
    }

    @Test
    void a_password_is_not_sent_elsewhere_by_changing_the_address_alone() {
        change.put(Map.of(Setting.SMTP_HOST, "mail.example.com", Setting.SMTP_PASSWORD, "secret", Setting.TWILIO_AUTH_TOKEN, "token", Setting.OIDC_CLIENT_SECRET, "s3cret"));
        assertEquals("setting.wrong.astray", faults(Map.of(Setting.SMTP_HOST, "mail.evil.example")).get(Setting.SMTP_HOST.key()).key());
        assertEquals("setting.wrong.astray", faults(Map.of(Setting.TWILIO_API_URL, "https://evil.example")).get(Setting.TWILIO_API_URL.key()).key());
        assertEquals("setting.wrong.astray", faults(Map.of(Setting.SMTP_HOST, "")).get(Setting.SMTP_HOST.key()).key());
        assertEquals("setting.wrong.astray", faults(Map.of(Setting.OIDC_ISSUER, "https://evil.example")).get(Setting.OIDC_ISSUER.key()).key());
        change.put(Map.of(Setting.SMTP_HOST, "mail2.example.com", Setting.SMTP_PASSWORD, "another"));
        assertEquals("mail2.example.com", house.settings.text(Setting.SMTP_HOST));
    }

    @Test
    void another_carriers_accounts_may_be_called_otherwise() {
        assertEquals("setting.wrong.ACCOUNT_SID", faults(Map.of(Setting.TWILIO_ACCOUNT_SID, "0000-1111")).get(Setting.TWILIO_ACCOUNT_SID.key()).key());
        change.put(Map.of(Setting.TWILIO_ACCOUNT_SID, "0000-1111", Setting.TWILIO_API_URL, "https://carrier.example"));
        assertEquals("0000-1111", house.settings.text(Setting.TWILIO_ACCOUNT_SID));
        change.put(Map.of(Setting.TWILIO_ACCOUNT_SID, SID, Setting.TWILIO_API_URL, ""));
        assertEquals(SID, house.settings.text(Setting.TWILIO_ACCOUNT_SID));
    }

    @Test
    void the_key_is_exchanged_and_that_is_written_down() {
        change.put(Map.of(Setting.SMTP_PASSWORD, "canary"));
        String before = TestDatabase.value("select value from callward.setting where name = ?", Setting.SMTP_PASSWORD.property());
        change.exchangeKey();
        assertFalse(before.equals(TestDatabase.value("select value from callward.setting where name = ?", Setting.SMTP_PASSWORD.property())));
        assertEquals("canary", house.settings.text(Setting.SMTP_PASSWORD));
        assertTrue(audit.entries.getLast().startsWith("settings secret-key CHANGED"), audit.entries.toString());
    }

    private Map<String, Saying> faults(Map<Setting, String> values) {
        return assertThrows(SettingsRefused.class, () -> change.put(values)).faults();
    }
}
