package callward.agent;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Why a change of an agent was refused, in the API's words: those of the console, in English. */
@ApplicationScoped
public class AgentProblems implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof AgentRefused refused ? Optional.of(refusal(refused.reason())) : Optional.empty();
    }

    private static Refusal refusal(AgentRefused.Reason reason) {
        String words = ResourceBundle.getBundle("callward.messages", Locale.ENGLISH).getString("agent.refused." + reason);
        return switch (reason) {
            case NO_SUCH_AGENT -> Refusal.notFound(words);
            case ACCOUNT_TAKEN, KEY_TAKEN, OTHER_TELEPHONES, CHANGED_MEANWHILE -> Refusal.conflict(words);
            default -> Refusal.field(reason.field(), words);
        };
    }
}
