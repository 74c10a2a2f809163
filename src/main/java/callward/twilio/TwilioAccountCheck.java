package callward.twilio;

import callward.carrier.AccountCheck;
import callward.carrier.Carrier.AccountState;
import callward.settings.CarrierAccount;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Accounts, by Twilio's REST API. Only SID and auth token may read an account; a standard API key may not, so a key is tried on what it
 * is for.
 */
@ApplicationScoped
public class TwilioAccountCheck implements AccountCheck {

    @Inject
    TwilioAccount account;

    @Override
    public AccountState check(Credentials credentials) {
        Account found = account.askAs(asOwner(credentials), client -> Account.fetcher(credentials.sid()).fetch(client));
        if (credentials.apiKey().isPresent()) {
            account.askAs(byKey(credentials), client -> IncomingPhoneNumber.reader().limit(1).firstPage(client));
        }
        return new AccountState(found.getSid(), found.getFriendlyName() == null ? "" : found.getFriendlyName(),
                found.getStatus() == null ? "" : found.getStatus().toString(), found.getType() == Account.Type.TRIAL);
    }

    @Override
    public Credentials current() {
        CarrierAccount now = account.current();
        boolean byKey = !now.user().equals(now.sid());
        return new Credentials(now.apiUrl(), now.sid(), now.authTokens().isEmpty() ? now.password() : now.authTokens().getFirst(),
                byKey ? Optional.of(now.user()) : Optional.empty(), byKey ? Optional.of(now.password()) : Optional.empty());
    }

    private static CarrierAccount asOwner(Credentials shown) {
        return new CarrierAccount(shown.apiUrl(), shown.sid(), List.of(shown.authToken()), shown.sid(), shown.authToken(), false);
    }

    private static CarrierAccount byKey(Credentials shown) {
        return new CarrierAccount(shown.apiUrl(), shown.sid(), List.of(shown.authToken()), shown.apiKey().orElseThrow(),
                shown.apiSecret().orElse(""), false);
    }
}
