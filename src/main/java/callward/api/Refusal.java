package callward.api;

import callward.settings.Refused;
import java.util.List;
import java.util.Locale;

/** Says no to a request in words meant for whoever sent it. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** 404. */
    public static Refusal notFound(String detail) {
        return new Refusal(Problem.of(404, "Not found", detail));
    }

    /** 400, naming the field. */
    public static Refusal field(String field, String message) {
        return fields(List.of(new Problem.Field(field, message)));
    }

    /** 400, naming each field. */
    public static Refusal fields(List<Problem.Field> errors) {
        String detail = errors.size() == 1 ? words(errors.getFirst()) : errors.size() + " fields will not do.";
        return new Refusal(Problem.of(400, "The request will not do", detail).with(errors));
    }

    /** Without a field it is the whole body that will not do. */
    private static String words(Problem.Field error) {
        return error.field().isEmpty() ? error.message() : error.field() + ": " + error.message();
    }

    /** 409: the thing is there already, or not in a state that allows this. */
    public static Refusal conflict(String detail) {
        return new Refusal(Problem.of(409, "Conflict", detail));
    }

    /** 409, naming what stands in the way. */
    public static Refusal conflict(String detail, List<Problem.Field> errors) {
        return new Refusal(Problem.of(409, "Conflict", detail).with(errors));
    }

    /** 403. */
    public static Refusal forbidden(String detail) {
        return new Refusal(Problem.of(403, "Forbidden", detail));
    }

    /** 502: the carrier refused, with its number (may be null) and words. */
    public static Refusal carrier(Integer code, String message) {
        return new Refusal(Problem.of(502, "The carrier refused", message).withCarrier(code, message));
    }

    /** 503: the carrier, or another system, could not be reached. */
    public static Refusal unreachable(String detail) {
        return new Refusal(Problem.of(503, "Not reachable", detail));
    }

    /** What a room refuses, in the reader's language. */
    static Refusal of(Refused refused, Locale reader) {
        return switch (refused.kind()) {
            case GONE -> notFound(refused.saying().in(reader));
            case CONFLICT -> conflict(refused.saying().in(reader));
            case WRONG -> fields(refused.faults().entrySet().stream().map(fault -> new Problem.Field(fault.getKey(), fault.getValue().in(reader))).toList());
        };
    }

    static Refusal signIn(String detail) {
        return new Refusal(Problem.of(401, "Sign in first", detail));
    }

    static Refusal tooLarge(String detail) {
        return new Refusal(Problem.of(413, "Too large", detail));
    }

    public Problem problem() {
        return problem;
    }
}
