package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Which account carries our calls: the company's, or the built-in simulator's while none is set. */
@ApplicationScoped
public class CarrierAccounts {

    private static final String SIMULATED_SID = "simulator.account.sid";
    private static final String SIMULATED_TOKEN = "simulator.auth.token";

    @Inject
    Settings settings;
    @Inject
    PublicUrl publicUrl;

    public CarrierAccount current() {
        Optional<String> sid = settings.get(Setting.TWILIO_ACCOUNT_SID);
        return sid.isPresent() ? companys(sid.get()) : simulated();
    }

    /** The account of that name among those that we know: the company's and the simulator's. Null is today's. */
    public Optional<CarrierAccount> named(String sid) {
        CarrierAccount current = current();
        if (sid == null || sid.equals(current.sid())) {
            return Optional.of(current);
        }
        return Optional.of(simulated()).filter(account -> sid.equals(account.sid()));
    }

    /** The account of that name if its requests are taken: the simulator's are, while it is served. */
    public Optional<CarrierAccount> heeded(String sid) {
        CarrierAccount current = current();
        if (sid != null && sid.equals(current.sid())) {
            return Optional.of(current);
        }
        return simulatorOn() ? Optional.of(simulated()).filter(account -> account.sid().equals(sid)) : Optional.empty();
    }

    /** Whether the built-in carrier is served. */
    public boolean simulatorOn() {
        return settings.get(Setting.SIMULATOR).map(Boolean::parseBoolean)
                .orElseGet(() -> settings.get(Setting.TWILIO_ACCOUNT_SID).isEmpty());
    }

    /**
     * The simulator's own account, made once per installation: a token known to everybody would let anybody sign. Its API is always this
     * server's own: what belongs to a simulated call can never reach the company's carrier.
     */
    public CarrierAccount simulated() {
        String sid = made(SIMULATED_SID, "AC");
        String token = made(SIMULATED_TOKEN, "");
        return new CarrierAccount(Optional.of(publicUrl.local() + "/simulator/carrier"), sid, List.of(token), sid, token, true);
    }

    private CarrierAccount companys(String sid) {
        List<String> tokens = new ArrayList<>();
        settings.get(Setting.TWILIO_AUTH_TOKEN).ifPresent(tokens::add);
        settings.get(Setting.TWILIO_AUTH_TOKEN_NEXT).ifPresent(tokens::add);
        Optional<String> key = settings.get(Setting.TWILIO_API_KEY);
        Optional<String> secret = settings.get(Setting.TWILIO_API_SECRET);
        boolean byKey = key.isPresent() && secret.isPresent();
        return new CarrierAccount(settings.get(Setting.TWILIO_API_URL), sid, tokens, byKey ? key.get() : sid,
                byKey ? secret.get() : tokens.isEmpty() ? "" : tokens.get(0), false);
    }

    private String made(String name, String prefix) {
        return settings.remembered(name).orElseGet(() -> {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            return settings.rememberOnce(name, prefix + HexFormat.of().formatHex(random));
        });
    }
}
