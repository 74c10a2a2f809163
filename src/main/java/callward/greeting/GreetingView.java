package callward.greeting;

import callward.wording.Tongue;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One greeting: its words, or the sound that is played instead. */
@Named
@ViewScoped
public class GreetingView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the carriers' voices speak; others by typing them into the API. */
    private static final List<String> LANGUAGES = List.of("en-US", "en-GB", "en-AU", "en-IN", "es-ES", "es-MX", "es-US", "ca-ES", "da-DK", "de-DE",
            "fi-FI", "fr-FR", "fr-CA", "it-IT", "ja-JP", "ko-KR", "nb-NO", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "sv-SE", "zh-CN");
    private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9.-]{1,60}");

    @Inject
    GreetingBook book;

    private Greeting greeting;
    private String key;
    private String name;
    private String words;
    private String language = Tongue.ENGLISH.language();
    private String voice;
    private transient Part file;

    public void load() {
        key = Faces.getRequestParameter("key");
        if (key == null) {
            return;
        }
        Optional<Greeting> found = book.find(key);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such greeting");
            return;
        }
        greeting = found.get();
        name = greeting.getName();
        words = greeting.getWords();
        language = greeting.getLanguage() == null ? language : greeting.getLanguage();
        voice = greeting.getVoice();
    }

    public String save() throws IOException {
        if (!isComplete() | !takeKey()) {
            return null;
        }
        try {
            keep();
        } catch (SoundRefused refused) {
            Messages.addError("greeting:file", "greeting.refused", refused.sentence(Faces.getLocale()));
            return null;
        }
        Messages.addFlashGlobalInfo("greeting.saved", name);
        return "/greetings/greeting?faces-redirect=true&key=" + key;
    }

    public boolean isNew() {
        return greeting == null;
    }

    /** Null when it is words, or nothing yet. */
    public AudioFile getSound() {
        return greeting == null ? null : greeting.getSound();
    }

    public String getWeight() {
        return Weight.of(getSound().getBytes());
    }

    public int getMaxSeconds() {
        return book.maxSeconds();
    }

    public String getMaxWeight() {
        return Weight.of(book.maxBytes());
    }

    public int getMaxWords() {
        return Greeting.LONGEST_WORDS;
    }

    public List<SelectItem> getLanguages() {
        Locale reader = Faces.getLocale();
        return Stream.concat(LANGUAGES.stream(), Stream.of(language)).distinct()
                .map(tag -> new SelectItem(tag, Locale.forLanguageTag(tag).getDisplayName(reader)))
                .sorted(Comparator.comparing(SelectItem::getLabel)).toList();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getVoice() {
        return voice;
    }

    public void setVoice(String voice) {
        this.voice = voice;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    private void keep() throws IOException, SoundRefused {
        if (hasFile()) {
            try (InputStream content = file.getInputStream()) {
                book.play(key, name, content.readNBytes(book.maxBytes() + 1));
            }
        } else if (hasWords()) {
            book.say(key, name, words, new Tongue(language, voice));
        } else {
            book.rename(key, name);
        }
    }

    private boolean isComplete() {
        if (voice != null && !VOICE.matcher(voice).matches()) {
            Messages.addError("greeting:voice", "greeting.voiceWrong");
            return false;
        }
        if (!hasFile() && !hasWords() && getSound() == null) {
            Messages.addError("greeting:words", "greeting.neither");
            return false;
        }
        return true;
    }

    private boolean hasFile() {
        return file != null && file.getSize() > 0;
    }

    private boolean hasWords() {
        return words != null && !words.isBlank();
    }

    private boolean takeKey() {
        if (!isNew()) {
            return true;
        }
        String wanted = key == null || key.isBlank() ? keyOf(name) : key.strip();
        if (!Greeting.isKey(wanted)) {
            Messages.addError("greeting:key", "greeting.keyWrong");
            return false;
        }
        if (book.find(wanted).isPresent()) {
            Messages.addError("greeting:key", "greeting.keyTaken", wanted);
            return false;
        }
        key = wanted;
        return true;
    }

    /** A name as a script's word: {@code "Closed, Büro"} becomes {@code closed-buro}. */
    static String keyOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String word = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return word.substring(0, Math.min(40, word.length())).replaceAll("-+$", "");
    }
}
