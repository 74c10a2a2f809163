package callward.house;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP request and its response without a server. What a test did not expect a class to ask fails. */
public final class Exchange {

    private final String method;
    private final Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String path;
    private int status = 200;

    public Exchange(String method) {
        this.method = method;
    }

    public Exchange with(String header, String value) {
        asked.put(header, value);
        return this;
    }

    /** @param info what follows the servlet's own path */
    public Exchange at(String info) {
        this.path = info;
        return this;
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return answered.get(name);
    }

    public String body() {
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (call, values) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getHeader" -> asked.get((String) values[0]);
            case "getPathInfo" -> path;
            default -> throw new AssertionError("unexpected: " + call);
        });
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (call, values) -> {
            switch (call.getName()) {
                case "setStatus", "sendError" -> status = (int) values[0];
                case "setHeader" -> answered.put((String) values[0], (String) values[1]);
                case "setContentType" -> answered.put("Content-Type", (String) values[0]);
                case "setContentLengthLong" -> answered.put("Content-Length", values[0].toString());
                case "getOutputStream" -> {
                    return new Output(body);
                }
                default -> throw new AssertionError("unexpected: " + call);
            }
            return null;
        });
    }

    private interface Answer {
        Object to(Method call, Object[] values);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, call, values) -> answer.to(call, values)));
    }

    private static final class Output extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        Output(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("unexpected");
        }

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
