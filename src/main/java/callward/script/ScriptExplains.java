package callward.script;

import callward.api.Explains;
import callward.api.Problem;
import callward.api.Reader;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What this room refuses, in the API's words. */
@ApplicationScoped
class ScriptExplains implements Explains {

    @Inject
    HttpServletRequest request;

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof ScriptRefused refused ? Optional.of(refusal(refused)) : Optional.empty();
    }

    private Refusal refusal(ScriptRefused refused) {
        Locale reader = Reader.of(request);
        return switch (refused.why()) {
            case NOT_FOUND -> Refusal.notFound(refused.message(reader));
            case WRONG -> Refusal.field(refused.field(), refused.message(reader));
            case CONFLICT -> Refusal.conflict(refused.message(reader), Stream.concat(
                    refused.problems().stream().map(flaw -> new Problem.Field(path(flaw), flaw.message(reader))),
                    refused.red().stream().map(ran -> new Problem.Field("tests[" + ran.saved().getId() + "]", new CallTestWords(reader).red(ran)))).toList());
        };
    }

    /** {@code steps[2].choices[0].next} */
    private static String path(DraftProblem problem) {
        String within = problem.field().replaceAll("\\.(\\d+)", "[$1]");
        return problem.place() < 0 ? within : "steps[" + problem.place() + "]" + (within.isEmpty() ? "" : "." + within);
    }
}
