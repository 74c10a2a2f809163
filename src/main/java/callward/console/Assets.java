package callward.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** The version of our style sheets and scripts, and of the libraries beside them: browsers keep a file for as long as its content stays the same. */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    ServletContext application;

    private String version;

    @PostConstruct
    void measure() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            read("/resources/", digest);
            version = HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException("our own style sheets cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(String folder, MessageDigest digest) throws IOException {
        for (String file : new TreeSet<>(application.getResourcePaths(folder))) {
            if (file.endsWith("/")) {
                read(file, digest);
            } else {
                try (InputStream content = application.getResourceAsStream(file)) {
                    digest.update(content.readAllBytes());
                }
            }
        }
    }

    public String getVersion() {
        return version;
    }
}
