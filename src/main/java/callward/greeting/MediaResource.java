package callward.greeting;

import callward.api.SoundReply;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the carrier fetches sound. Nobody signs in here: its address is the secret, 160 random bits, because the carrier's request for
 * a {@code <Play>} carries no call parameters. An address never changes its content, so it may be kept for a year.
 */
@WebServlet("/media/*")
public class MediaResource extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([0-9a-f]{40})\\.(wav|mp3)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    transient AudioFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<AudioFiles.Content> found = address.matches() ? files.find(address.group(1), address.group(2)) : Optional.empty();
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        AudioFiles.Content sound = found.get();
        new SoundReply(sound.contentType(), sound.bytes().length, sound.hash(), FOR_EVER, () -> new ByteArrayInputStream(sound.bytes()))
                .send(request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
