package callward.greeting;

import callward.settings.Setting;
import callward.settings.Settings;
import callward.wording.Tongue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Greetings as the people see them who write and record them. */
@ApplicationScoped
@Transactional
public class GreetingBook {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    AudioFiles files;
    @Inject
    Settings settings;
    @Inject
    Clock clock;
    @Inject
    Event<GreetingChanged> changed;

    public List<Greeting> all() {
        return entities.createQuery("select g from Greeting g left join fetch g.sound order by lower(g.name), g.id", Greeting.class)
                .getResultList();
    }

    public Optional<Greeting> find(String key) {
        return entities.createQuery("select g from Greeting g left join fetch g.sound where g.key = :key", Greeting.class)
                .setParameter("key", key).getResultStream().findFirst();
    }

    /** Makes the greeting, or changes it, to these words. */
    public Greeting say(String key, String name, String words, Tongue tongue) {
        Greeting greeting = named(key, name);
        greeting.say(words, tongue, clock.instant());
        return kept(greeting);
    }

    /** Makes the greeting, or changes it, to the sound in this file, whatever the file calls itself. */
    @Transactional(rollbackOn = SoundRefused.class)
    public Greeting play(String key, String name, byte[] upload) throws SoundRefused {
        Sound sound = new SoundCheck(maxBytes(), maxSeconds()).check(upload);
        Greeting greeting = named(key, name);
        greeting.play(entities.find(AudioFile.class, files.keep(sound)), clock.instant());
        return kept(greeting);
    }

    /** What it says or plays stays. */
    public Optional<Greeting> rename(String key, String name) {
        Optional<Greeting> found = find(key);
        found.ifPresent(greeting -> greeting.rename(name));
        return found;
    }

    public int maxBytes() {
        return settings.number(Setting.SOUND_MAX_BYTES);
    }

    public int maxSeconds() {
        return settings.number(Setting.SOUND_MAX_SECONDS);
    }

    private Greeting named(String key, String name) {
        Greeting greeting = find(key).orElseGet(() -> new Greeting(key));
        greeting.rename(name);
        return greeting;
    }

    private Greeting kept(Greeting greeting) {
        if (greeting.getId() == null) {
            entities.persist(greeting);
        }
        entities.flush();
        changed.fire(new GreetingChanged(greeting.getKey()));
        return greeting;
    }
}
