package callward.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A town of simulated phones around a simulated carrier, for tests that read as conversations.
 *
 * <p>{@code var tom = town.phone("+15551110001"); var caller = town.calls(from("+15552220001"), to("+15550100100"));
 * caller.hears("press 1").presses("1"); tom.rings().answers(); …} Closing it fails on calls, texts and alerts that nobody
 * expected.
 */
public final class Town implements AutoCloseable {

    /** Who calls. */
    public record From(String number) {
    }

    /** Who is called. */
    public record To(String number) {
    }

    private final Path directory;
    private final SimulatedAccount account;
    private final SimulatedTime time;
    private final Exchange exchange;
    private final RestDoor door = new RestDoor();
    private final Map<String, Telephone> phones = new HashMap<>();
    private final Set<String> noticedCalls = ConcurrentHashMap.newKeySet();
    private final Set<String> noticedTexts = ConcurrentHashMap.newKeySet();
    private final Set<String> noticedAlerts = ConcurrentHashMap.newKeySet();
    private Duration patience = Duration.ofSeconds(15);
    private boolean quiet;

    private Town(SimulatedTime time, double speechRate) {
        this.time = time;
        try {
            directory = Files.createTempDirectory("town");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        account = SimulatedAccount.open(directory, Sid.fresh("AC"), Sid.fresh("").substring(0, 32));
        exchange = new Exchange(account, time, new Exchange.Habits(speechRate, door.base()));
        door.leadsTo(new SimulatedRest(exchange));
    }

    /** A town where time stands still until a test makes it pass, and speaking takes none. */
    public static Town whereTimeStandsStill() {
        return whereItIs(Instant.parse("2026-11-21T09:00:00Z"));
    }

    public static Town whereItIs(Instant start) {
        return new Town(new FastForward(start), 0);
    }

    /** A town on wall-clock time, for a product that runs in another process. */
    public static Town inRealTime() {
        return new Town(SimulatedTime.real(Clock.systemUTC()), 0);
    }

    public static From from(String number) {
        return new From(number);
    }

    public static To to(String number) {
        return new To(number);
    }

    public String accountSid() {
        return account.sid();
    }

    public String authToken() {
        return account.authToken();
    }

    /** Where the REST API is reached: what a customer sets instead of the carrier's address. */
    public String restUrl() {
        return door.base();
    }

    /** Whatever the REST API is asked for from now on, it turns away for the moment; or no more. */
    public void isOverrun(boolean now) {
        door.isOverrun(now);
    }

    /** A number of the account whose calls go to the address. */
    public void number(String number, String voiceUrl) {
        number(number, Map.of("VoiceUrl", voiceUrl));
    }

    /** A number of the account with settings as the REST API names them, e.g. {@code VoiceFallbackUrl}. */
    public void number(String number, Map<String, String> settings) {
        var rented = account.number(number).orElseGet(() -> {
            var fresh = SimulatedNumber.rented(number, time.now());
            account.add(fresh);
            return fresh;
        });
        rented.settings.putAll(settings);
    }

    /** Lets the account show a number that it does not rent. */
    public void verified(String number) {
        account.verify(number);
    }

    public void isTrialAccount() {
        account.becomes("Trial");
    }

    public Telephone phone(String number) {
        return phones.computeIfAbsent(number, n -> new Telephone(this, n));
    }

    public Caller calls(From from, To to) {
        return calls(from, to, null);
    }

    public Caller calls(From from, To to, String forwardedFrom) {
        var call = exchange.callIn(from.number(), to.number(), forwardedFrom);
        return new Caller(this, call);
    }

    /** Lets time pass. */
    public void passes(Duration length) {
        if (time instanceof FastForward clock) {
            clock.passes(length);
        } else {
            throw new IllegalStateException("time passes by itself here");
        }
    }

    /** The town's time, to share with what is tested. */
    public Clock clock() {
        return time instanceof FastForward clock ? clock : Clock.systemUTC();
    }

    /** How long a sentence of a test waits for what it expects. */
    public Town waitsAtMost(Duration length) {
        patience = length;
        return this;
    }

    void settle() {
        if (time instanceof FastForward clock) {
            clock.settle();
        }
    }

    /** Waits for an alert with this code of the carrier's; it is expected then. */
    public Town alerts(int code) {
        await("an alert " + code, () -> account.alerts().stream().filter(alert -> alert.code() == code)
                .filter(alert -> noticedAlerts.add(alert.sid())).findFirst().isPresent());
        return this;
    }

    /** Waits until everything has come to rest, and fails on what nobody expected. */
    public void quiet() {
        settle();
        quiet = true;
        var surprises = new ArrayList<String>();
        exchange.calls().stream().filter(call -> call.direction != Direction.INBOUND && !isNoticed(call) && !expectsCalls(call.to)).forEach(call -> surprises.add("unexpected " + call));
        account.messages().stream().filter(message -> !noticedTexts.contains(message.sid))
                .forEach(message -> surprises.add("unexpected text to " + message.to + ": " + message.body));
        account.alerts().stream().filter(alert -> !noticedAlerts.contains(alert.sid())).forEach(alert -> surprises.add("alert " + alert));
        if (!surprises.isEmpty()) {
            throw failure(String.join("; ", surprises));
        }
    }

    private boolean expectsCalls(String number) {
        return phones.containsKey(number) && phones.get(number).expectsCalls();
    }

    boolean isNoticed(SimulatedCall call) {
        return noticedCalls.contains(call.sid);
    }

    void notice(SimulatedCall call) {
        noticedCalls.add(call.sid);
    }

    void noticeText(SimulatedMessage message) {
        noticedTexts.add(message.sid);
    }

    Exchange exchange() {
        return exchange;
    }

    void await(String what, Callable<Boolean> condition) {
        try {
            LineEnd.until(what, patience, condition);
        } catch (ConditionTimeoutException e) {
            throw failure("waited in vain for " + what);
        }
    }

    /** An assertion's failure that tells all that has happened in town. */
    AssertionError failure(String what) {
        quiet = true; // one failure is enough
        return new AssertionError(what + "\n" + story());
    }

    /** All that has happened in town, to read. */
    public String story() {
        var story = new StringBuilder();
        for (var call : exchange.calls()) {
            story.append(call).append('\n');
            call.transcript().forEach(heard -> story.append("    ").append(heard.kind()).append(": ").append(heard.text()).append('\n'));
        }
        account.messages().forEach(message -> story.append("text to ").append(message.to).append(": ").append(message.body).append('\n'));
        exchange.webhooks.log().forEach(w -> story.append(w.method()).append(' ').append(w.url()).append(" (").append(w.purpose())
                .append(") → ").append(w.status()).append(w.error() == null ? "" : " " + w.error()).append('\n'));
        account.alerts().forEach(alert -> story.append("alert ").append(alert).append('\n'));
        return story.toString();
    }

    /** Fails, unless it has failed already, on what nobody expected; ends all calls. */
    @Override
    public void close() {
        try {
            if (!quiet) {
                quiet();
            }
        } finally {
            exchange.close();
            settleQuietly();
            door.close();
            delete();
        }
    }

    private void settleQuietly() {
        try {
            settle();
        } catch (ConditionTimeoutException e) {
            // what is cut off by the end of the test need not come to rest
        }
    }

    private void delete() {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account's alerts so far, as code and message. */
    public List<String> alertsSoFar() {
        return account.alerts().stream().map(Alert::toString).toList();
    }
}
