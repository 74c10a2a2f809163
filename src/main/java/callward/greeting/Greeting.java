package callward.greeting;

import callward.wording.Tongue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Something callers hear, either words or a sound. Scripts name it by its key, which therefore never changes. */
@Entity
@Table(name = "greeting")
public class Greeting implements Serializable {

    /** What a carrier speaks in one go (Twilio's {@code <Say>}: 4,096), less what names in it may add. */
    public static final int LONGEST_WORDS = 3_500;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern VOICE = Pattern.compile("[\\p{L}0-9.-]{1,60}");
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String key;
    private String name;
    private String words;
    private String language;
    private String voice;
    @ManyToOne
    @JoinColumn(name = "audio_file_id")
    private AudioFile sound;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected Greeting() { }

    Greeting(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a key is 1 to 40 small letters, digits and dashes");
        }
        this.key = key;
    }

    /** A carrier's name of a voice: {@code Polly.Joanna-Neural}, {@code Google.en-US-Standard-A}, {@code Polly.Mía-Generative}. */
    static boolean isVoice(String text) {
        return text != null && VOICE.matcher(text).matches();
    }

    static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }

    void say(String words, Tongue tongue, Instant at) {
        if (words == null || words.isBlank() || words.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("words are 1 to " + LONGEST_WORDS + " characters");
        }
        this.words = words.strip();
        this.language = tongue.language();
        this.voice = tongue.voice();
        this.sound = null;
        this.changedAt = at;
    }

    void play(AudioFile sound, Instant at) {
        this.sound = sound;
        this.words = null;
        this.language = null;
        this.voice = null;
        this.changedAt = at;
    }

    void take(GreetingVersion former, Instant at) {
        words = former.getWords();
        language = former.getLanguage();
        voice = former.getVoice();
        sound = former.getSound();
        changedAt = at;
    }

    /** @param at null brings it back */
    void delete(Instant at) {
        deletedAt = at;
    }

    void rename(String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a name is 1 to 100 characters");
        }
        this.name = name.strip();
    }

    /** As the audit log says it. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("name", name);
        facts.put("words", words);
        facts.put("language", language);
        facts.put("voice", voice);
        facts.put("sound", sound == null ? null : sound.inWords());
        facts.values().removeIf(Objects::isNull);
        return facts;
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
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

    public Instant getChangedAt() {
        return changedAt;
    }
}
