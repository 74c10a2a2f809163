package callward.greeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** What a greeting said or played from one change to the next. Never changes; taking one back makes a new one. */
@Entity
@Table(name = "greeting_version")
public class GreetingVersion implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "greeting_id")
    private Greeting greeting;
    private int number;
    private String words;
    private String language;
    private String voice;
    @ManyToOne
    @JoinColumn(name = "audio_file_id")
    private AudioFile sound;
    private Integer restored;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;

    protected GreetingVersion() { }

    /** The greeting as it is now. @param restored the number of the version that was taken back, or null */
    GreetingVersion(Greeting greeting, int number, Integer restored, String by) {
        this.greeting = greeting;
        this.number = number;
        this.words = greeting.getWords();
        this.language = greeting.getLanguage();
        this.voice = greeting.getVoice();
        this.sound = greeting.getSound();
        this.restored = restored;
        this.madeAt = greeting.getChangedAt();
        this.madeBy = by;
    }

    public int getNumber() {
        return number;
    }

    /** Null when it is a sound. */
    public String getWords() {
        return words;
    }

    public String getLanguage() {
        return language;
    }

    public String getVoice() {
        return voice;
    }

    /** Null when it is words. */
    public AudioFile getSound() {
        return sound;
    }

    /** The number of the version that was taken back with this one, or null. */
    public Integer getRestored() {
        return restored;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public String getMadeBy() {
        return madeBy;
    }
}
