package callward.group;

import callward.flow.Answer;
import callward.flow.RingStrategy;
import callward.greeting.GreetingBook;
import callward.hours.CalendarBook;
import callward.script.WhereUsed;
import callward.settings.Refused;
import callward.settings.Saying;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One group: how it is rung, how callers wait for it, where it counts, and what would happen now. */
@Named
@ViewScoped
public class GroupView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    GroupBook book;
    @Inject
    Groups groups;
    @Inject
    CalendarBook calendars;
    @Inject
    GreetingBook greetings;
    @Inject
    Clock clock;

    private String key;
    private GroupText seen;
    private final GroupForm form = new GroupForm();
    private transient List<WhereUsed.Place> uses;
    private transient Answer.Members now;

    public void load() {
        key = Faces.getRequestParameter("key");
        if (key == null) {
            form.show(GroupText.usual("-"));
            form.setName(null);
            return;
        }
        Optional<Group> found = book.find(key);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such group");
            return;
        }
        seen = found.get().text();
        form.show(seen);
    }

    public boolean isNew() {
        return seen == null;
    }

    public String save() {
        try {
            GroupText text = form.text();
            Group kept = isNew() ? book.add(key == null || key.isBlank() ? keyOf(text.name()) : key.strip(), text, List.of()) : book.change(key, text, seen);
            Messages.addFlashGlobalInfo("group.saved", kept.getName());
            return "/groups/group?faces-redirect=true&key=" + kept.getKey();
        } catch (Refused refused) {
            complain(refused);
        }
        return null;
    }

    public String delete() {
        try {
            book.delete(key, seen);
            Messages.addFlashGlobalInfo("group.deleted", seen.name());
            return "/groups/index?faces-redirect=true";
        } catch (Refused refused) {
            complain(refused);
        }
        return null;
    }

    private static void complain(Refused refused) {
        refused.faults().forEach((field, saying) -> Messages.addError(field.isEmpty() ? null : "group:" + field, saying.in(Faces.getLocale())));
    }

    public List<WhereUsed.Place> getUses() {
        if (uses == null) {
            uses = book.uses(key);
        }
        return uses;
    }

    /** Whether calls ring it, so that it cannot be deleted. */
    public boolean isLive() {
        return getUses().stream().anyMatch(WhereUsed.Place::published);
    }

    /** Who would be rung now. */
    public Answer.Members getNow() {
        if (now == null) {
            now = groups.wouldBeRung(key, clock.instant()).orElse(null);
        }
        return now;
    }

    public RingStrategy[] getStrategies() {
        return RingStrategy.values();
    }

    public List<SelectItem> getCalendars() {
        return withGone(form.getCalendar(), calendars.all().stream().map(one -> new SelectItem(one.getKey(), one.getName())).toList());
    }

    public List<SelectItem> getMusics() {
        return withGone(form.getMusic(), greetings.all().stream().map(one -> new SelectItem(one.getKey(), one.getName())).toList());
    }

    /** What it names, and is there no more, can still be seen. */
    private static List<SelectItem> withGone(String chosen, List<SelectItem> offered) {
        boolean there = chosen == null || chosen.isBlank() || offered.stream().anyMatch(item -> item.getValue().equals(chosen));
        return there ? offered : Stream.concat(offered.stream(), Stream.of(new SelectItem(chosen, Saying.of("group.goneThing", chosen).in(Faces.getLocale())))).toList();
    }

    public GroupForm getForm() {
        return form;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    /** A name as a script's word: {@code "Büro Süd"} becomes {@code buro-sud}. */
    static String keyOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String word = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return word.substring(0, Math.min(40, word.length())).replaceAll("-+$", "");
    }
}
