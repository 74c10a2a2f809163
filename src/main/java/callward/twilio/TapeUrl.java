package callward.twilio;

import callward.carrier.CarrierRefused;
import callward.settings.CarrierAccount;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sound of a recording lies. Our password goes to the account's own carrier and to nobody else, whatever a URL says. */
final class TapeUrl {

    private static final Pattern RECORDING = Pattern.compile(
            "/2010-04-01/Accounts/[A-Za-z0-9]{1,64}/Recordings/[A-Za-z0-9]{1,64}(\\.wav)?");
    private static final String WAV = ".wav";

    private TapeUrl() { }

    /** @throws CarrierRefused when it is not the carrier's */
    static URI of(String told, CarrierAccount account) {
        URI url = parsed(told);
        if (account.apiUrl().isPresent()) {
            return inWav(atBase(url, account.apiUrl().get()));
        }
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        if (!"https".equalsIgnoreCase(url.getScheme()) || !host.endsWith(".twilio.com") || url.getUserInfo() != null || url.getPort() > 0
                && url.getPort() != 443) {
            throw notTheCarriers();
        }
        return inWav(url.toString());
    }

    /** Another carrier may speak of its recordings as Twilio's, or under another name of its own: only the path counts. */
    private static String atBase(URI url, String base) {
        String bare = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        Matcher recording = RECORDING.matcher(path);
        if (recording.find() && recording.end() == path.length()) {
            return bare + recording.group();
        }
        throw notTheCarriers();
    }

    private static URI inWav(String url) {
        return URI.create(url.endsWith(WAV) ? url : url + WAV);
    }

    private static URI parsed(String told) {
        try {
            return URI.create(told);
        } catch (IllegalArgumentException e) {
            throw notTheCarriers();
        }
    }

    private static CarrierRefused notTheCarriers() {
        return new CarrierRefused(0, "the recording does not lie at the carrier: it is not fetched");
    }
}
