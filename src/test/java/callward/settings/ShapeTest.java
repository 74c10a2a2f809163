package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("S0.18")
class ShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORIGIN | https://desk.example.com | http://127.0.0.1:8080 | https://[2001:db8::1]:8443
            WEB_ADDRESS | https://carrier.example/api/laml | http://127.0.0.1:8080/simulator/carrier | https://a.b
            ACCOUNT_SID | AC00000000000000000000000000000001 | ACabcdefabcdefabcdefabcdefabcdef01 | AC0123456789ABCDEF0123456789ABCDEF
            KEY_SID | SK00000000000000000000000000000001 | SKabcdefabcdefabcdefabcdefabcdef01 | SK0123456789ABCDEF0123456789ABCDEF
            HOST | smtp.example.com | 10.0.0.7 | 2001:db8::1
            PORT | 1 | 587 | 65535
            SECONDS | 5 | 120 | 600
            CALL_SECONDS | 60 | 600 | 14400
            BYTES | 100000 | 5000000 | 20000000
            EMAIL | desk@example.com | o'brien+desk@mail.example.co.uk | a@localhost
            LANGUAGE | en | es | en
            TIME_ZONE | Europe/Madrid | UTC | America/Argentina/Buenos_Aires
            COUNTRY | US | ES | DE
            SWITCH | true | false | true
            MAIL_TLS | starttls | ssl | none
            ROLES | ADMIN | ADMIN,AGENT | ADMIN,SUPERVISOR,AGENT
            TEXT | Widgets Incorporated | Ñandú & Söhne | x
            SECRET | correct horse battery staple | a | $ecret"<>&'
            FOLDER | /var/lib/callward | ./data | C:\\callward
            """)
    void what_fits(Shape shape, String one, String two, String three) {
        for (String value : new String[] {one, two, three}) {
            assertTrue(shape.fault(shape.tidy(value)).isEmpty(), shape + ": " + value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORIGIN | desk.example.com | https://desk.example.com/callward | https://desk.example.com?x=1 | https://me:secret@desk.example.com | ftp://desk.example.com
            WEB_ADDRESS | carrier.example | javascript:alert(1) | https://carrier.example/#top | https://a b | https://
            ACCOUNT_SID | SK00000000000000000000000000000001 | AC123 | AC0000000000000000000000000000000g | a | AC000000000000000000000000000000001
            KEY_SID | AC00000000000000000000000000000001 | SK123 | SK0000000000000000000000000000000g | a | SK000000000000000000000000000000001
            HOST | smtp://mail.example.com | mail.example.com/x | -mail | mail server | mail_server
            PORT | 0 | 65536 | -1 | 12x | 99999999999
            SECONDS | 4 | 601 | 1.5 | two | -5
            CALL_SECONDS | 59 | 14401 | 10 min | 6e2 | -60
            BYTES | 99999 | 20000001 | 5 MB | 5e6 | -1
            EMAIL | desk | @example.com | a@b@c | a b@example.com | desk@.com
            LANGUAGE | de | english | xx | en-GB | 1
            TIME_ZONE | Madrid | CET+1 | Europe/Atlantis | +01:00 | 1
            COUNTRY | USA | XX | 12 | E | Spain
            SWITCH | yes | 1 | on | tru | 0
            MAIL_TLS | tls1 | plain | 0 | sslv3 | yes
            ROLES | admin | ADMIN; AGENT | ADMIN, | 7 | ADMIN AGENT
            """)
    void what_does_not(Shape shape, String one, String two, String three, String four, String five) {
        for (String value : new String[] {one, two, three, four, five}) {
            assertEquals("setting.wrong." + shape, shape.fault(shape.tidy(value)).map(Saying::key).orElse(value + " is taken"));
        }
    }

    @Test
    void nothing_takes_a_second_line_or_too_much() {
        for (Shape shape : Shape.values()) {
            assertTrue(shape.fault("a\nb").isPresent(), shape.name());
            assertTrue(shape.fault("x".repeat(1_001)).isPresent(), shape.name());
        }
    }

    @Test
    void every_default_is_sensible() {
        for (Setting setting : Setting.values()) {
            if (setting.standard() != null) {
                assertTrue(setting.shape().fault(setting.standard()).isEmpty(), setting.name());
            }
        }
    }

    @Test
    void every_choice_can_be_chosen() {
        for (Shape shape : Shape.values()) {
            assertTrue(shape.choices().stream().allMatch(choice -> shape.fault(choice).isEmpty()), shape.name());
        }
    }

    @Test
    void what_is_wrong_is_said_in_the_readers_language() {
        assertEquals("Write a port from 1 to 65535.", Shape.PORT.fault("0").orElseThrow().in(Locale.ENGLISH));
        assertEquals("Escriba un puerto de 1 a 65535.", Shape.PORT.fault("0").orElseThrow().in(Locale.of("es", "MX")));
    }

    @Test
    void english_stays_english_on_a_server_that_speaks_spanish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("es"));
            assertEquals("Write a port from 1 to 65535.", Shape.PORT.fault("0").orElseThrow().in(Locale.ENGLISH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_environments_names_are_those_of_the_contract() {
        assertEquals("CALLWARD_TWILIO_AUTH_TOKEN_NEXT", Setting.TWILIO_AUTH_TOKEN_NEXT.variable());
        assertEquals("twilio-auth-token-next", Setting.TWILIO_AUTH_TOKEN_NEXT.key());
        assertEquals(Setting.values().length, Arrays.stream(Setting.values()).map(Setting::variable).distinct().count());
    }

    @Test
    void whoever_sets_up_a_server_finds_every_setting_with_its_default_in_the_example() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("server-config/callward.env.example"));
        for (Setting setting : Setting.values()) {
            String line = lines.stream().filter(text -> text.replaceFirst("^#", "").startsWith(setting.variable() + "=")).findFirst().orElse("-");
            boolean said = !line.equals("-") && (setting.standard() == null || setting == Setting.DATA_DIR || line.endsWith("=" + setting.standard()));
            assertTrue(said || setting == Setting.DEMO_PASSWORD, setting.variable() + ": " + line);
        }
    }
}
