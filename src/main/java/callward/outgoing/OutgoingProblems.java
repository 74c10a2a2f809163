package callward.outgoing;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Why a call is not made, in the API's words. */
@ApplicationScoped
public class OutgoingProblems implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof CallRefused refused ? Optional.of(refusal(refused)) : Optional.empty();
    }

    private static Refusal refusal(CallRefused refused) {
        String words = refused.words();
        return switch (refused.reason()) {
            case NO_SUCH_CALL -> Refusal.notFound(words);
            case NOT_AN_AGENT, ALREADY, HOUR_IS_FULL, DAY_IS_FULL, TRIED_ENOUGH -> Refusal.conflict(words);
            default -> Refusal.fields(List.of(new Problem.Field(refused.reason().field(), words)));
        };
    }
}
