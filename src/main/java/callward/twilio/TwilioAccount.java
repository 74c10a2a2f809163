package callward.twilio;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Our way to the REST API: a client of each account that we know, and the words for what can go wrong. */
@ApplicationScoped
public class TwilioAccount {

    private record Connected(CarrierAccount account, SafeHttpClient http, TwilioRestClient client) { }

    @Inject
    CarrierAccounts accounts;

    /** By account: the company's and the simulator's. */
    private final Map<String, Connected> connections = new HashMap<>();

    CarrierAccount current() {
        return accounts.current();
    }

    /** @param sid null for the account of today. A call of an account that we no longer have is nobody else's business. */
    CarrierAccount named(String sid) {
        return accounts.named(sid).orElseThrow(() -> new CarrierRefused(0, "it belongs to account " + sid + ", which is not set any more"));
    }

    /** Something of today's account that may be asked again without harm. */
    <T> T ask(Function<TwilioRestClient, T> what) {
        return ask(null, what);
    }

    /** Something of today's account that must not happen twice, such as a new call. */
    <T> T create(Function<TwilioRestClient, T> what) {
        return create(null, what);
    }

    /** As {@link #ask}, for what may be settled already: then the carrier's {@code code} is as good as its consent. */
    void settle(int code, Consumer<TwilioRestClient> what) {
        settle(null, code, what);
    }

    <T> T ask(String sid, Function<TwilioRestClient, T> what) {
        return ask(sid, what, false);
    }

    <T> T create(String sid, Function<TwilioRestClient, T> what) {
        return ask(sid, what, true);
    }

    void settle(String sid, int code, Consumer<TwilioRestClient> what) {
        try {
            ask(sid, client -> {
                what.accept(client);
                return null;
            });
        } catch (CarrierRefused refused) {
            if (refused.code() != code) {
                throw refused;
            }
        }
    }

    /** With another account's name, or another password, than ours; nothing is kept of it. */
    <T> T askAs(CarrierAccount account, Function<TwilioRestClient, T> what) {
        try (SafeHttpClient http = new SafeHttpClient(account.apiUrl())) {
            return ask(what, connect(account, http), false);
        }
    }

    private <T> T ask(String sid, Function<TwilioRestClient, T> what, boolean onlyOnce) {
        return ask(what, client(named(sid)), onlyOnce);
    }

    private static <T> T ask(Function<TwilioRestClient, T> what, TwilioRestClient client, boolean onlyOnce) {
        try {
            return what.apply(client);
        } catch (Unanswered e) {
            throw new CarrierUnreachable("the carrier did not answer: " + e.getMessage(), onlyOnce && e.arrived(), e);
        } catch (ApiException e) {
            throw new CarrierRefused(code(e), e.getMessage());
        } catch (TwilioException e) {
            throw new CarrierUnreachable("the carrier's answer makes no sense: " + e.getMessage(), onlyOnce, e);
        }
    }

    /** Twilio answers 404 and 401 without a code of its own here and there; its codes for them are these. */
    private static int code(ApiException e) {
        if (e.getCode() != null) {
            return e.getCode();
        }
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        return switch (status) {
            case 404 -> TwilioCodes.NOT_FOUND;
            case 401, 403 -> TwilioCodes.NOT_ALLOWED;
            default -> 0;
        };
    }

    /** One per account; another password gets another one. */
    private synchronized TwilioRestClient client(CarrierAccount account) {
        Connected known = connections.get(account.sid());
        if (known == null || !known.account().equals(account)) {
            SafeHttpClient http = new SafeHttpClient(account.apiUrl());
            known = new Connected(account, http, connect(account, http));
            connections.put(account.sid(), known);
        }
        return known.client();
    }

    private static TwilioRestClient connect(CarrierAccount account, SafeHttpClient http) {
        return new TwilioRestClient.Builder(account.user(), account.password()).accountSid(account.sid()).httpClient(http).build();
    }

    @PreDestroy
    synchronized void close() {
        connections.values().forEach(connected -> connected.http().close());
        connections.clear();
    }
}
