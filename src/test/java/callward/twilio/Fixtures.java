package callward.twilio;

import callward.greeting.Greetings;
import callward.greeting.Heard;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import callward.settings.PublicUrl;
import callward.wording.Tongue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room without a server around it. */
final class Fixtures {

    static final String ORIGIN = "https://desk.example.com";
    static final Tongue ENGLISH = Tongue.ENGLISH;
    static final CarrierAccount ACCOUNT = account(null);

    private Fixtures() { }

    static CarrierAccount account(String apiUrl) {
        return new CarrierAccount(Optional.ofNullable(apiUrl), "AC00000000000000000000000000000001", List.of("token", "next"), "SK1", "secret", false);
    }

    static PublicUrl publicUrl(String origin) {
        return new PublicUrl() {
            @Override
            public String origin() {
                return origin;
            }
        };
    }

    static OurUrls urls() {
        OurUrls urls = new OurUrls();
        urls.publicUrl = publicUrl(ORIGIN);
        return urls;
    }

    static CarrierAccounts accounts(CarrierAccount account) {
        return accounts(account, account, false);
    }

    /** The company's account, and the simulator's beside it. */
    static CarrierAccounts accounts(CarrierAccount account, CarrierAccount simulators, boolean simulatorOn) {
        return new CarrierAccounts() {
            @Override
            public CarrierAccount simulated() {
                return simulators;
            }

            @Override
            public CarrierAccount current() {
                return account;
            }

            @Override
            public boolean simulatorOn() {
                return simulatorOn;
            }
        };
    }

    static Whispers whispers() {
        Whispers whispers = new Whispers();
        whispers.prompts = prompts(Map.of());
        return whispers;
    }

    static TwimlWriter writer(Map<String, Heard> greetings) {
        TwimlWriter writer = new TwimlWriter();
        writer.urls = urls();
        writer.prompts = prompts(greetings);
        return writer;
    }

    private static Prompts prompts(Map<String, Heard> greetings) {
        Prompts prompts = new Prompts();
        prompts.urls = urls();
        prompts.greetings = new Greetings() {
            @Override
            public Optional<Heard> heard(String key) {
                return Optional.ofNullable(greetings.get(key));
            }
        };
        return prompts;
    }
}
