package callward.twilio;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes;
import callward.phone.CallId;
import callward.settings.CarrierAccount;
import com.twilio.rest.api.v2010.account.Recording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Recorded sound: fetched with our password, which recordings of a careful account need, and deleted by the REST API. */
@ApplicationScoped
public class TwilioTapes implements Tapes {

    private static final int MOST = 20;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;

    @Inject
    TwilioAccount account;

    @Override
    public void fetch(String ofAccount, String recordingUrl, Reader reader) {
        CarrierAccount owner = account.named(ofAccount);
        URI url = TapeUrl.of(recordingUrl, owner);
        try {
            HttpURLConnection connection = open(url);
            connection.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (owner.user() + ":" + owner.password()).getBytes(StandardCharsets.UTF_8)));
            read(movedTo(connection, url), reader);
        } catch (IOException e) {
            throw new CarrierUnreachable("the sound cannot be fetched: " + e.getMessage(), false, e);
        }
    }

    @Override
    public List<Tape> of(String ofAccount, CallId call) {
        List<Tape> tapes = new ArrayList<>();
        account.ask(ofAccount, client -> com.twilio.rest.api.v2010.account.call.Recording.reader(call.sid()).pageSize(MOST).limit(MOST).read(client))
                .forEach(found -> tapes.add(new Tape(found.getSid(), url(found), seconds(found.getDuration()),
                        found.getStatus() == com.twilio.rest.api.v2010.account.call.Recording.Status.COMPLETED)));
        return tapes;
    }

    /** The address of its description, without the ending, is the address of the sound. */
    private static String url(com.twilio.rest.api.v2010.account.call.Recording found) {
        return "https://api.twilio.com/2010-04-01/Accounts/" + found.getAccountSid() + "/Recordings/" + found.getSid();
    }

    private static int seconds(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    @Override
    public void delete(String ofAccount, String recording) {
        account.settle(ofAccount, TwilioCodes.NOT_FOUND, client -> Recording.deleter(recording).delete(client));
    }

    /** Sound may lie in a storage that the carrier sends us on to: that is none of our password's business. */
    private static HttpURLConnection movedTo(HttpURLConnection connection, URI url) throws IOException {
        int status = connection.getResponseCode();
        String elsewhere = connection.getHeaderField("Location");
        if (status < 300 || status > 399 || elsewhere == null) {
            return connection;
        }
        connection.disconnect();
        URI storage = resolved(url, elsewhere);
        if (!"https".equals(storage.getScheme())) {
            throw new CarrierRefused(0, "the carrier sends us on to an address without TLS: the sound is not fetched");
        }
        return open(storage);
    }

    private static URI resolved(URI url, String elsewhere) throws IOException {
        try {
            return url.resolve(elsewhere);
        } catch (IllegalArgumentException e) {
            throw new IOException("it was sent on to nowhere", e);
        }
    }

    private static HttpURLConnection open(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return connection;
    }

    private static void read(HttpURLConnection connection, Reader reader) throws IOException {
        int status = connection.getResponseCode();
        if (status == 200) {
            try (InputStream sound = new CappedStream(connection.getInputStream())) {
                reader.read(sound, Objects.requireNonNullElse(connection.getContentType(), "audio/wav"));
            }
            return;
        }
        connection.disconnect();
        if (status == 401 || status == 403) {
            throw new CarrierRefused(TwilioCodes.NOT_ALLOWED, "the carrier does not let us have the sound: status " + status);
        }
        throw new CarrierUnreachable("the sound is not there yet: status " + status, false, null);
    }
}
