package callward.script;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class ScriptExplains implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof ScriptRefused refused ? Optional.of(refusal(refused)) : Optional.empty();
    }

    private static Refusal refusal(ScriptRefused refused) {
        return switch (refused.why()) {
            case NOT_FOUND -> Refusal.notFound(refused.getMessage());
            case WRONG -> Refusal.field(refused.field(), refused.getMessage());
            case CONFLICT -> Refusal.conflict(refused.getMessage(), Stream.concat(
                    refused.problems().stream().map(flaw -> new Problem.Field(path(flaw), flaw.message(Locale.ENGLISH))),
                    refused.red().stream().map(ran -> new Problem.Field("tests[" + ran.saved().getId() + "]", new CallTestWords(Locale.ENGLISH).red(ran)))).toList());
        };
    }

    /** {@code steps[2].choices[0].next} */
    private static String path(DraftProblem problem) {
        String within = problem.field().replaceAll("\\.(\\d+)", "[$1]");
        return problem.place() < 0 ? within : "steps[" + problem.place() + "]" + (within.isEmpty() ? "" : "." + within);
    }
}
