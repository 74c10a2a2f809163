package callward.simulator;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account at the simulated carrier: credentials, rented numbers, texts, recordings and alerts.
 *
 * <p>It lives in a directory and survives a restart; calls do not.
 */
final class SimulatedAccount {

    private static final int MOST_MESSAGES = 1000;
    private static final int MOST_ALERTS = 500;

    private final AccountStore store;
    private final AccountData data;
    private final String sid;
    private final String authToken;
    private String apiKey;
    private String apiSecret;
    private final List<Alert> alerts = new ArrayList<>();
    private final ChangeBell bell = new ChangeBell();

    private SimulatedAccount(AccountStore store, AccountData data, String sid, String authToken) {
        this.store = store;
        this.data = data;
        this.sid = sid;
        this.authToken = authToken;
    }

    /** Opens the account in the directory. Credentials are not on file: whoever opens it brings them. */
    static SimulatedAccount open(Path directory, String sid, String authToken) {
        var store = new AccountStore(directory);
        var data = store.load().orElseGet(AccountData::new);
        store.save(data);
        return new SimulatedAccount(store, data, sid, authToken);
    }

    String sid() {
        return sid;
    }

    String authToken() {
        return authToken;
    }

    String friendlyName() {
        return data.friendlyName;
    }

    ChangeBell bell() {
        return bell;
    }

    synchronized boolean isTrial() {
        return data.type.equals("Trial");
    }

    synchronized void becomes(String type) {
        data.type = type;
        changed();
    }

    synchronized void apiKey(String key, String secret) {
        apiKey = key;
        apiSecret = secret;
    }

    /** Whether these are the account's credentials or those of its API key. */
    synchronized boolean knows(String user, String password) {
        return same(user, sid) && same(password, authToken) || apiKey != null && same(user, apiKey) && same(password, apiSecret);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    synchronized List<SimulatedNumber> numbers() {
        return List.copyOf(data.numbers);
    }

    synchronized Optional<SimulatedNumber> number(String phoneNumber) {
        return data.numbers.stream().filter(number -> number.phoneNumber.equals(phoneNumber)).findFirst();
    }

    synchronized void add(SimulatedNumber number) {
        data.numbers.add(number);
        changed();
    }

    synchronized void remove(SimulatedNumber number) {
        data.numbers.remove(number);
        changed();
    }

    synchronized List<String> verified() {
        return List.copyOf(data.verified);
    }

    synchronized void verify(String phoneNumber) {
        data.verified.add(phoneNumber);
        changed();
    }

    synchronized boolean owns(String phoneNumber) {
        return number(phoneNumber).isPresent() || data.verified.contains(phoneNumber);
    }

    synchronized List<SimulatedMessage> messages() {
        return List.copyOf(data.messages);
    }

    synchronized void add(SimulatedMessage message) {
        data.messages.add(message);
        if (data.messages.size() > MOST_MESSAGES) {
            data.messages.remove(0);
        }
        changed();
    }

    synchronized List<SimulatedRecording> recordings() {
        return List.copyOf(data.recordings);
    }

    synchronized void add(SimulatedRecording recording) {
        data.recordings.add(recording);
        changed();
    }

    synchronized void delete(SimulatedRecording recording) {
        store.deleteSound(recording.sid);
        data.recordings.remove(recording);
        changed();
    }

    void keep(SimulatedRecording recording, Sound sound) {
        store.saveSound(recording.sid, WaveFile.bytes(sound));
    }

    Optional<byte[]> sound(SimulatedRecording recording) {
        return store.sound(recording);
    }

    synchronized String habit(String phoneNumber) {
        return data.habits.get(phoneNumber);
    }

    /** The phones that have a habit. */
    synchronized List<String> accustomed() {
        return List.copyOf(data.habits.keySet());
    }

    synchronized void habit(String phoneNumber, String habit) {
        data.habits.put(phoneNumber, habit);
        changed();
    }

    /** Something of the account was changed: keeps it and tells who waits for news. */
    synchronized void changed() {
        store.save(data);
        bell.ring();
    }

    void alert(Instant at, int code, String message, String callSid, String url) {
        synchronized (alerts) {
            alerts.add(new Alert(Sid.fresh("NO"), at, code, message, callSid, url));
            if (alerts.size() > MOST_ALERTS) {
                alerts.remove(0);
            }
        }
        bell.ring();
    }

    List<Alert> alerts() {
        synchronized (alerts) {
            return List.copyOf(alerts);
        }
    }
}
