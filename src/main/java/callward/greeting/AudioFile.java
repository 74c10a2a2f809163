package callward.greeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A kept sound, without its content: that never changes and is only read when it is played. */
@Entity
@Table(name = "audio_file")
public class AudioFile implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    private Long id;
    private String hash;
    private String token;
    @Column(name = "content_type")
    private String contentType;
    private BigDecimal seconds;
    private long bytes;

    public Long getId() {
        return id;
    }

    public String getContentType() {
        return contentType;
    }

    public BigDecimal getSeconds() {
        return seconds;
    }

    public long getBytes() {
        return bytes;
    }

    /** Where it is heard, below our origin. */
    public String getPath() {
        return path(token, contentType);
    }

    /** {@code mp3} or {@code wav}. */
    public String getExtension() {
        return Sound.extension(contentType);
    }

    /** {@code mp3, 12.3 s, 240 kB, 3f2a91c0}: the last tells two sounds of one length apart. */
    String inWords() {
        return getExtension() + ", " + seconds.setScale(1, RoundingMode.HALF_UP) + " s, " + Weight.of(bytes) + ", " + hash.substring(0, 8);
    }

    public String getWeight() {
        return Weight.of(bytes);
    }

    static String path(String token, String contentType) {
        return "/media/" + token + "." + Sound.extension(contentType);
    }
}
