package callward.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a request for sound: all of it, the part a player asks for (RFC 9110 section 14), or that it has not changed.
 *
 * @param etag     without quotation marks
 * @param caching  the Cache-Control header
 */
public record SoundReply(String contentType, long length, String etag, String caching, Source source) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Opens the sound; it is closed by us. */
    public interface Source {
        InputStream open() throws IOException;
    }

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", caching);
        response.setHeader("ETag", quoted());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; media-src 'self'; sandbox");
        if (isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Span span = span(request);
        if (span == null) {
            response.setHeader("Content-Range", "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setContentType(contentType);
        response.setContentLengthLong(span.length());
        if (span.length() < length) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + span.from + "-" + span.to + "/" + length);
        }
        if (!"HEAD".equals(request.getMethod())) {
            copy(span, response);
        }
    }

    private void copy(Span span, HttpServletResponse response) throws IOException {
        try (InputStream sound = source.open()) {
            sound.skipNBytes(span.from);
            byte[] part = new byte[16_384];
            long left = span.length();
            int read;
            while (left > 0 && (read = sound.read(part, 0, (int) Math.min(part.length, left))) > 0) {
                response.getOutputStream().write(part, 0, read);
                left -= read;
            }
        }
    }

    private boolean isKnown(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String known : ifNoneMatch.split(",")) {
            String tag = known.strip();
            if (tag.equals("*") || tag.equals(quoted()) || tag.equals("W/" + quoted())) {
                return true;
            }
        }
        return false;
    }

    /** Null when there is nothing at the place asked for. Several ranges, or nonsense, get all of it: that is allowed, and rare. */
    private Span span(HttpServletRequest request) {
        Span whole = new Span(0, length - 1);
        String range = request.getHeader("Range");
        String condition = request.getHeader("If-Range");
        Matcher asked = ONE_RANGE.matcher(range == null ? "" : range.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty() || condition != null && !condition.equals(quoted())) {
            return whole;
        }
        if (asked.group(1).isEmpty()) {
            long last = Long.parseLong(asked.group(2));
            return last == 0 || length == 0 ? null : new Span(Math.max(0, length - last), length - 1);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(asked.group(2)));
        if (from > to && !asked.group(2).isEmpty() && from < length) {
            return whole;
        }
        return from >= length ? null : new Span(from, to);
    }

    private String quoted() {
        return '"' + etag + '"';
    }

    private record Span(long from, long to) {

        long length() {
            return to - from + 1;
        }
    }
}
