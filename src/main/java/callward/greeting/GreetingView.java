package callward.greeting;

import callward.wording.ExampleFacts;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One greeting: its words, or the sound that is played instead. */
@Named
@ViewScoped
public class GreetingView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the page's script says, by the ends of their keys. */
    private static final List<String> PHRASES = List.of("unknown", "speak", "stopSpeaking", "reading", "ready", "undecodable", "tooLong", "tooBig", "silent",
            "quiet", "clipped", "recording", "recorded", "again", "nothing", "denied", "noMicrophone", "busyMicrophone", "insecure", "signedOut", "taken",
            "unreachable");

    @Inject
    GreetingBook book;

    private Greeting greeting;
    private String key;
    private String name;
    private String words;
    private String language = Tongue.ENGLISH.language();
    private String voice;
    private List<GreetingVersion> versions = List.of();
    private List<GreetingUsers.Use> uses = List.of();
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
        versions = book.versions(greeting);
        uses = book.uses(key);
        if (Faces.getRequestParameter("saved") != null) {
            Messages.addGlobalInfo("greeting.saved", name);
        }
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
        } catch (KeyTaken addedMeanwhile) {
            Messages.addError("greeting:key", "greeting.keyTaken", key);
            return null;
        }
        Messages.addFlashGlobalInfo("greeting.saved", name);
        return "/greetings/greeting?faces-redirect=true&key=" + key;
    }

    public String restore(int number) {
        book.restore(key, number);
        Messages.addFlashGlobalInfo("greeting.restored", number);
        return "/greetings/greeting?faces-redirect=true&key=" + key;
    }

    public String delete() {
        try {
            book.delete(key);
        } catch (GreetingInUse playedMeanwhile) {
            Messages.addFlashGlobalError(playedMeanwhile.saying().in(Faces.getLocale()));
            return "/greetings/greeting?faces-redirect=true&key=" + key;
        }
        return "/greetings/index?faces-redirect=true&gone=" + key;
    }

    public boolean isNew() {
        return greeting == null;
    }

    /** What it said or played, the latest first. */
    public List<GreetingVersion> getVersions() {
        return versions;
    }

    public boolean isCurrent(GreetingVersion version) {
        return version.getNumber() == versions.getFirst().getNumber();
    }

    /** A former version's words beside those of now. */
    public List<Change> changes(GreetingVersion version) {
        return Change.between(version.getWords(), versions.getFirst().getWords());
    }

    public List<GreetingUsers.Use> getUses() {
        return uses;
    }

    /** Names that every call may know and that are worth saying, with an example. */
    public List<Map.Entry<String, String>> getFacts() {
        return ExampleFacts.ALL.values().entrySet().stream().filter(fact -> !fact.getKey().matches(".*[.](id|url)")).toList();
    }

    public List<String> getPhrases() {
        return PHRASES;
    }

    /** The words callers hear now; null when it is a sound, or nothing yet. */
    public String getNow() {
        return greeting == null ? null : greeting.getWords();
    }

    public int getMaxBytes() {
        return book.maxBytes();
    }

    /** Null when it is words, or nothing yet. */
    public AudioFile getSound() {
        return greeting == null ? null : greeting.getSound();
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
        return Stream.concat(Voices.languages().stream(), Stream.of(language)).distinct()
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
        this.words = words == null ? null : words.replace("\r\n", "\n"); // a browser counts a line's end once, and sends it as two
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
                byte[] upload = content.readNBytes(book.maxBytes() + 1);
                if (isNew()) {
                    book.add(key, name, upload);
                } else {
                    book.play(key, name, upload);
                }
            }
        } else if (hasWords()) {
            Tongue tongue = new Tongue(language, voice);
            if (isNew()) {
                book.add(key, name, words, tongue);
            } else {
                book.say(key, name, words, tongue);
            }
        } else {
            book.rename(key, name);
        }
    }

    private boolean isComplete() {
        if (voice != null && !Greeting.isVoice(voice)) {
            Messages.addError("greeting:voice", "greeting.voiceWrong");
            return false;
        }
        if (hasWords() && words.length() > Greeting.LONGEST_WORDS) {
            Messages.addError("greeting:words", "greeting.wordsLong", Greeting.LONGEST_WORDS);
            return false;
        }
        if (!hasFile() && !hasWords() && (getSound() == null || isWordsChosen())) {
            Messages.addError(isWordsChosen() ? "greeting:words" : "greeting:file", "greeting.neither");
            return false;
        }
        return true;
    }

    /** Of the two halves of the page; without script nothing is chosen, and a file counts more than words. */
    private static boolean isWordsChosen() {
        return !"sound".equals(Faces.getRequestParameter("kind"));
    }

    private boolean hasFile() {
        return file != null && file.getSize() > 0 && !"words".equals(Faces.getRequestParameter("kind"));
    }

    private boolean hasWords() {
        return words != null && !words.isBlank() && isWordsChosen();
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
