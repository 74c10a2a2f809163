package callward.greeting;

import callward.access.Audit;
import callward.access.Deed;
import callward.settings.Duplicate;
import callward.settings.Setting;
import callward.settings.Settings;
import callward.wording.Tongue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Greetings as the people see them who write and record them. Each change leaves a version behind and an entry in the audit log. */
@ApplicationScoped
@Transactional
public class GreetingBook {

    private static final String ROOM = "greetings";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    AudioFiles files;
    @Inject
    @Any
    Instance<GreetingUsers> users;
    @Inject
    Audit audit;
    @Inject
    Settings settings;
    @Inject
    Clock clock;
    @Inject
    Event<GreetingChanged> changed;

    public List<Greeting> all() {
        return entities.createQuery("select g from Greeting g left join fetch g.sound where g.deletedAt is null order by lower(g.name), g.id",
                Greeting.class).getResultList();
    }

    public Optional<Greeting> find(String key) {
        return entities.createQuery("select g from Greeting g left join fetch g.sound where g.key = :key and g.deletedAt is null", Greeting.class)
                .setParameter("key", key).getResultStream().findFirst();
    }

    /** A greeting that was not there before. @throws KeyTaken when another greeting has the key by now */
    public Greeting add(String key, String name, String words, Tongue tongue) {
        return change(none(key), key, name, null, greeting -> greeting.say(words, tongue, now()));
    }

    /** A greeting that was not there before. @throws KeyTaken when another greeting has the key by now */
    @Transactional(rollbackOn = SoundRefused.class)
    public Greeting add(String key, String name, byte[] upload) throws SoundRefused {
        return play(none(key), key, name, upload);
    }

    /** Makes the greeting, or changes it, to these words. */
    public Greeting say(String key, String name, String words, Tongue tongue) {
        return change(find(key), key, name, null, greeting -> greeting.say(words, tongue, now()));
    }

    /** Makes the greeting, or changes it, to the sound in this file, whatever the file calls itself. */
    @Transactional(rollbackOn = SoundRefused.class)
    public Greeting play(String key, String name, byte[] upload) throws SoundRefused {
        return play(find(key), key, name, upload);
    }

    private Greeting play(Optional<Greeting> known, String key, String name, byte[] upload) throws SoundRefused {
        // locked, so that it is read by the transaction that has just written it: Payara reads by another connection before the first write
        AudioFile sound = entities.find(AudioFile.class, files.keep(new SoundCheck(maxBytes(), maxSeconds()).check(upload)),
                LockModeType.PESSIMISTIC_READ);
        return change(known, key, name, null, greeting -> greeting.play(sound, now()));
    }

    /** What it says or plays stays. */
    public Optional<Greeting> rename(String key, String name) {
        Optional<Greeting> known = find(key);
        return known.map(greeting -> change(known, key, name, null, same -> { }));
    }

    /** The latest first. */
    public List<GreetingVersion> versions(Greeting greeting) {
        return entities.createQuery("select v from GreetingVersion v left join fetch v.sound where v.greeting.id = :greeting order by v.number desc",
                GreetingVersion.class).setParameter("greeting", greeting.getId()).getResultList();
    }

    /** Callers hear this version again; what they heard until now becomes a former one. Nothing when there is no such version. */
    public Optional<Greeting> restore(String key, int number) {
        Optional<Greeting> known = find(key);
        return known.flatMap(greeting -> versions(greeting).stream().filter(version -> version.getNumber() == number).findFirst()
                .map(version -> change(known, key, greeting.getName(), number, same -> same.take(version, now()))));
    }

    /** Where it is played. */
    public List<GreetingUsers.Use> uses(String key) {
        return uses().getOrDefault(key, List.of());
    }

    /** By key, where each is played; one that nobody plays is missing. */
    Map<String, List<GreetingUsers.Use>> uses() {
        return users.stream().flatMap(room -> room.uses().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (some, others) -> Stream.concat(some.stream(), others.stream()).toList()));
    }

    /**
     * Takes away a greeting that nobody plays; it can be had back.
     *
     * @throws GreetingInUse when somebody plays it
     */
    public Optional<Greeting> delete(String key) {
        Optional<Greeting> found = find(key);
        found.ifPresent(greeting -> {
            List<GreetingUsers.Use> uses = uses(key);
            if (!uses.isEmpty()) {
                throw new GreetingInUse(uses);
            }
            greeting.delete(clock.instant());
            told(greeting, Deed.DELETED, greeting.facts(), Map.of());
        });
        return found;
    }

    /**
     * Has a deleted one back, the one deleted last if there are several of that key.
     *
     * @throws KeyTaken when another greeting has its key by now
     */
    public Optional<Greeting> undelete(String key) {
        Optional<Greeting> found = deleted(key);
        found.ifPresent(greeting -> {
            none(key);
            greeting.delete(null);
            told(greeting, Deed.ROLLED_BACK, Map.of(), greeting.facts());
        });
        return found;
    }

    /** The one deleted last. */
    public Optional<Greeting> deleted(String key) {
        return entities.createQuery("select g from Greeting g where g.key = :key and g.deletedAt is not null order by g.deletedAt desc", Greeting.class)
                .setParameter("key", key).setMaxResults(1).getResultStream().findFirst();
    }

    /** What all sounds weigh, those of former versions, too. */
    public long bytes() {
        // PostgreSQL adds bigints up to a numeric
        return entities.createQuery("select coalesce(sum(a.bytes), 0) from AudioFile a", Number.class).getSingleResult().longValue();
    }

    public int maxBytes() {
        return settings.number(Setting.SOUND_MAX_BYTES);
    }

    public int maxSeconds() {
        return settings.number(Setting.SOUND_MAX_SECONDS);
    }

    /** @param restored the number of the version that is taken back, or null */
    private Greeting change(Optional<Greeting> known, String key, String name, Integer restored, Consumer<Greeting> change) {
        known.ifPresent(greeting -> entities.lock(greeting, LockModeType.PESSIMISTIC_WRITE)); // versions are counted
        Greeting greeting = known.orElseGet(() -> new Greeting(key));
        Map<String, String> before = known.map(Greeting::facts).orElse(Map.of());
        String heard = heard(greeting);
        greeting.rename(name);
        change.accept(greeting);
        if (known.isEmpty()) {
            entities.persist(greeting);
            write(key);
        }
        if (!heard(greeting).equals(heard)) {
            int number = 1 + versions(greeting).stream().mapToInt(GreetingVersion::getNumber).max().orElse(0);
            entities.persist(new GreetingVersion(greeting, number, restored, audit.who()));
        }
        if (!greeting.facts().equals(before)) {
            told(greeting, known.isEmpty() ? Deed.CREATED : restored == null ? Deed.CHANGED : Deed.ROLLED_BACK, before, greeting.facts());
        }
        return greeting;
    }

    private void told(Greeting greeting, Deed deed, Map<String, String> before, Map<String, String> after) {
        write(greeting.getKey());
        audit.note(ROOM, greeting.getKey(), greeting.getName(), deed, before, after);
        changed.fire(new GreetingChanged(greeting.getKey()));
    }

    private Optional<Greeting> none(String key) {
        if (find(key).isPresent()) {
            throw new KeyTaken(key);
        }
        return Optional.empty();
    }

    /** Somebody else's of the same key may be on its way, too: only one of them arrives. */
    private void write(String key) {
        Duplicate.refused(entities, () -> new KeyTaken(key));
    }

    /** Equal when callers hear no difference. */
    private static String heard(Greeting greeting) {
        return greeting.getWords() + '\n' + greeting.getLanguage() + '\n' + greeting.getVoice() + '\n'
                + (greeting.getSound() == null ? null : greeting.getSound().getId());
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
