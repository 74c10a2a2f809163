package callward.call;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Why a caller was not sent on, in the API's words: those of the console, in English. */
@ApplicationScoped
public class TransferProblems implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof TransferRefused refused ? Optional.of(refusal(refused.reason())) : Optional.empty();
    }

    private static Refusal refusal(TransferRefused.Reason reason) {
        String words = ResourceBundle.getBundle("callward.messages", Locale.ENGLISH).getString("transfer.refused." + reason);
        return switch (reason) {
            case NO_SUCH_CALL -> Refusal.notFound(words);
            case NOBODY_TALKS, NOT_YOURS, ON_ITS_WAY, ASKING, NOT_ASKING, NOT_ANSWERED_YET, TAKEN_BACK, CONNECTED -> Refusal.conflict(words);
            default -> Refusal.field(reason.field(), words);
        };
    }
}
