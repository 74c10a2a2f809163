package callward.api;

import callward.settings.LogText;
import callward.settings.OnceMore;
import callward.settings.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every failure leaves as {@code application/problem+json}; what is our own fault stays in the log, under a number the caller is given. */
@Provider
@ApplicationScoped
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    /** Headers the answer would be wrong without. */
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

    @Inject
    @Any
    Instance<Explains> rooms;
    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause() == e ? null : e.getCause()) {
            Optional<Response> said = explained(e);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return ourFault(thrown);
    }

    private Optional<Response> explained(Throwable e) {
        return switch (e) {
            case Refusal refusal -> Optional.of(response(refusal.problem()));
            case Refused refused -> Optional.of(response(Refusal.of(refused, Reader.of(request)).problem()));
            case WebApplicationException said -> Optional.of(ofServer(said));
            case SQLException givenUp when OnceMore.isGivenUp(givenUp) -> Optional.of(again());
            case ConstraintViolationException wrong -> Optional.of(response(Refusal.fields(
                    wrong.getConstraintViolations().stream().map(Problems::field).toList()).problem()));
            default -> rooms.stream().map(room -> room.explain(e)).flatMap(Optional::stream).findFirst().map(refusal -> response(refusal.problem()));
        };
    }

    /** Nothing was written. We do not come again by ourselves: what a request did before may be done already. */
    private static Response again() {
        return Response.fromResponse(response(Problem.of(503, "Not now", "Somebody else changed the same at the same moment. Send it again.")))
                .header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    private static Response ofServer(WebApplicationException said) {
        Response answer = said.getResponse();
        int status = answer.getStatus();
        if (status < 400) {
            return answer;
        }
        if (status >= 500) {
            return ourFault(said);
        }
        Response.ResponseBuilder response = Response.fromResponse(response(Problem.of(status, answer.getStatusInfo().getReasonPhrase(), words(status))));
        KEPT.stream().filter(name -> answer.getHeaderString(name) != null).forEach(name -> response.header(name, answer.getHeaderString(name)));
        return response.build();
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 406 -> "We answer in application/json.";
            case 413 -> "The body is too large.";
            case 415 -> "Send application/json.";
            default -> null;
        };
    }

    private static Problem.Field field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CROSS_PARAMETER, RETURN_VALUE -> { }
                default -> path.append(path.isEmpty() ? "" : ".").append(node);
            }
        }
        return new Problem.Field(path.toString(), violation.getMessage());
    }

    private static Response ourFault(Throwable thrown) {
        String number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "api problem=" + number + " kind=" + LogText.of(thrown.getClass().getName()), thrown);
        return response(Problem.of(500, "Something went wrong here", "It is in the server's log under " + number + "."));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (problem.status() == 401 ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"callward\"") : response).build();
    }
}
