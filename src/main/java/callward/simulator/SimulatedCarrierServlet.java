package callward.simulator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The door through which the simulated carrier's REST API is reached, by HTTP like any carrier's. */
@WebServlet(name = "SimulatedCarrier", urlPatterns = SimulatedCarrierServlet.PATH + "/*")
public class SimulatedCarrierServlet extends HttpServlet {

    static final String PATH = "/simulator/carrier";

    private static final long serialVersionUID = 1;
    private static final int LARGEST_FORM = 256 * 1024;

    @Inject
    transient Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var rest = simulator.rest();
        var form = request.getInputStream().readNBytes(LARGEST_FORM + 1);
        if (rest.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (form.length > LARGEST_FORM) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            send(answer(rest.get(), request, new String(form, StandardCharsets.UTF_8)), request, response);
        }
    }

    private static RestAnswer answer(SimulatedRest rest, HttpServletRequest request, String form) {
        try {
            var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
            return rest.answer(new RestRequest(request.getMethod().equals("HEAD") ? "GET" : request.getMethod(), path,
                    Fields.decode(request.getQueryString()), Fields.decode(form), request.getHeader("Authorization")));
        } catch (IllegalArgumentException e) {
            return RestAnswer.refusal(RestRefused.badRequest(20001, "The request is not encoded as a form"));
        }
    }

    private static void send(RestAnswer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Simulated carrier\"");
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
            response.setContentLength(answer.body().length);
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body());
        }
    }
}
