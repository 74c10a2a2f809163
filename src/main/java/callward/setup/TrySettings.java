package callward.setup;

import callward.carrier.AccountCheck;
import callward.carrier.Carrier.AccountState;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.line.CarrierTrouble;
import callward.notice.SendTestMail;
import callward.settings.Part;
import callward.settings.PublicUrlPart;
import callward.settings.Saying;
import callward.settings.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Tries what the settings say: mail, the carrier's account, the public URL. */
@ApplicationScoped
public class TrySettings {

    /** @param good whether it works; @param answer what came of it, or what is wrong and what to do */
    public record Tried(boolean good, Saying answer) { }

    @Inject
    SendTestMail testMail;
    @Inject
    AccountCheck accountCheck;
    @Inject
    PublicUrlPart publicUrl;

    /** Nothing when it is a mail address. */
    public static Optional<Saying> fault(String recipient) {
        return recipient == null || recipient.isBlank() ? Optional.of(Saying.of("setting.wrong.EMAIL")) : Shape.EMAIL.fault(recipient.strip());
    }

    /** @param language of the mail */
    public Tried mail(String recipient, Locale language) {
        SendTestMail.Outcome outcome = testMail.to(recipient.strip(), language);
        return new Tried(outcome.taken(), outcome.answer());
    }

    public Tried carrier() {
        return carrier(accountCheck.current());
    }

    public Tried carrier(AccountCheck.Credentials credentials) {
        try {
            AccountState account = accountCheck.check(credentials);
            if (!account.status().equals("active")) {
                return new Tried(false, Saying.of("state.carrier.inactive", account.status()));
            }
            return new Tried(true, Saying.of(account.trial() ? "test.carrier.trial" : "test.carrier.full", account.name()));
        } catch (CarrierRefused | CarrierUnreachable e) {
            return new Tried(false, CarrierTrouble.of(e).saying());
        }
    }

    public Tried publicUrl() {
        Part.State state = publicUrl.state();
        return new Tried(state.online(), state.online() ? Saying.of("test.url.good", state.reason()) : state.reason());
    }
}
