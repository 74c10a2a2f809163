package callward.console;

import callward.access.Doors;
import callward.access.Role;
import callward.access.SignedIn;
import callward.settings.CarrierAccounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sidebar: what somebody may enter, and nothing else. */
@Named
@RequestScoped
public class Navigation {

    /** One line of the sidebar; the key names its text. */
    public record Entry(String path, String key, String icon) {

        public String getPath() {
            return path;
        }

        public String getKey() {
            return key;
        }

        public String getIcon() {
            return icon;
        }
    }

    /** Lines that belong together, under a heading or (null) none. */
    public record Group(String key, List<Entry> entries) {

        public String getKey() {
            return key;
        }

        public List<Entry> getEntries() {
            return entries;
        }
    }

    private static final String SIMULATOR = "/simulator";

    private static final List<Group> ALL = List.of(
            new Group(null, List.of(
                    new Entry("/desk", "nav.desk", "pi-headphones"),
                    new Entry("/calls", "nav.calls", "pi-history"),
                    new Entry("/voicemail", "nav.voicemail", "pi-inbox"))),
            new Group("nav.people", List.of(
                    new Entry("/customers", "nav.customers", "pi-users"),
                    new Entry("/tickets", "nav.tickets", "pi-ticket"))),
            new Group("nav.setUp", List.of(
                    new Entry("/lines", "nav.lines", "pi-phone"),
                    new Entry("/scripts", "nav.scripts", "pi-sitemap"),
                    new Entry("/greetings", "nav.greetings", "pi-volume-up"),
                    new Entry("/agents", "nav.agents", "pi-user"),
                    new Entry("/groups", "nav.groups", "pi-share-alt"),
                    new Entry("/destinations", "nav.destinations", "pi-mobile"),
                    new Entry("/hours", "nav.hours", "pi-clock"))),
            new Group("nav.system", List.of(
                    new Entry(SIMULATOR, "nav.simulator", "pi-play-circle"),
                    new Entry("/outbox", "nav.outbox", "pi-envelope"),
                    new Entry("/status", "nav.status", "pi-wave-pulse"),
                    new Entry("/accounts", "nav.accounts", "pi-id-card"),
                    new Entry("/audit", "nav.audit", "pi-book"),
                    new Entry("/settings", "nav.settings", "pi-cog"),
                    new Entry("/reference", "nav.reference", "pi-code"))));

    @Inject
    SignedIn signedIn;
    @Inject
    CarrierAccounts carriers;

    private List<Group> groups;

    public List<Group> getGroups() {
        if (groups == null) {
            groups = ALL.stream().map(group -> new Group(group.key(), group.entries().stream().filter(this::isOpen).toList()))
                    .filter(group -> !group.entries().isEmpty()).toList();
        }
        return groups;
    }

    /** Key of the word for what somebody is here. */
    public String getRoleKey() {
        return "role." + signedIn.role().orElse(Role.AGENT).name().toLowerCase(Locale.ROOT);
    }

    public String getInitials() {
        return initials(signedIn.getName());
    }

    static String initials(String name) {
        return Stream.of(name.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1))).collect(Collectors.joining());
    }

    /** Whether there is an on-screen telephone to try things with. */
    public boolean isSimulatorOpen() {
        return carriers.simulatorOn() && signedIn.may(carriers.current().simulated() ? Doors.needed(SIMULATOR) : Role.SUPERVISOR);
    }

    /** Whether somebody may enter there. */
    public boolean open(String path) {
        return signedIn.may(Doors.needed(path));
    }

    private boolean isOpen(Entry entry) {
        return entry.path().equals(SIMULATOR) ? isSimulatorOpen() : signedIn.may(Doors.needed(entry.path()));
    }
}
