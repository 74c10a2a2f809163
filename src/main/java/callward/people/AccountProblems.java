package callward.people;

import callward.access.AccountRefused;
import callward.access.NoSuchAccount;
import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Why a change of an account was refused, in the API's words: those of the console, in English. */
@ApplicationScoped
public class AccountProblems implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return switch (problem) {
            case AccountRefused refused -> Optional.of(refusal(refused.reason()));
            case NoSuchAccount nobody -> Optional.of(Refusal.notFound("There is no such account."));
            default -> Optional.empty();
        };
    }

    private static Refusal refusal(AccountRefused.Reason reason) {
        String words = ResourceBundle.getBundle("callward.messages", Locale.ENGLISH).getString("account.refused." + reason);
        return switch (reason) {
            case USERNAME_TAKEN, SUBJECT_TAKEN, LAST_ADMINISTRATOR, YOURSELF, LINK_DEAD, CHANGED_MEANWHILE -> Refusal.conflict(words);
            default -> Refusal.field(reason.field(), words);
        };
    }
}
