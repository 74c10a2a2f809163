package callward.openid;

/** Why somebody who came back from the provider is not let in; its words are {@code openid.problem.PROBLEM}. */
public enum OpenIdProblem {
    /** Not asked for by this browser, or too long ago, or used already. */
    STATE,
    /** The provider says no: access denied, code used or expired. */
    REFUSED,
    UNREACHABLE,
    /** Not signed by the provider, not for us, not now. */
    TOKEN,
    /** Nobody here, and accounts are not made by themselves. */
    UNKNOWN,
    /** There is a local account of that name. */
    NAME_TAKEN,
    /** In none of the groups that may come in. */
    GROUP,
    SHUT_OUT,
    /** The identity belongs to another account. */
    LINKED_ELSEWHERE;

    /** As an exception, where there is nothing else to do. */
    static final class Met extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final OpenIdProblem problem;

        Met(OpenIdProblem problem, String detail) {
            super(detail);
            this.problem = problem;
        }

        Met(OpenIdProblem problem, Throwable cause) {
            super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
            this.problem = problem;
        }

        OpenIdProblem problem() {
            return problem;
        }
    }

    Met because(String detail) {
        return new Met(this, detail);
    }

    Met because(Throwable cause) {
        return new Met(this, cause);
    }
}
