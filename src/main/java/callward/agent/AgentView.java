package callward.agent;

import callward.access.Account;
import callward.access.Accounts;
import callward.agent.AgentRefused.Reason;
import callward.settings.Company;
import callward.settings.Era;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One agent: how he is rung, when he is away, and his telephones in their order. */
@Named
@ViewScoped
public class AgentView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> BUTTONS = List.of("up", "down", "turn");

    @Inject
    Agents agents;
    @Inject
    AgentRows rows;
    @Inject
    Devices devices;
    @Inject
    Accounts accounts;
    @Inject
    Company company;
    @Inject
    Clock clock;

    private Long id;
    private AgentText seen;
    private transient AgentRow row;
    private Long account;
    private String name;
    private boolean phoneOn = true;
    private boolean reachable;
    private int wrapUpSeconds;
    private String from;
    private String to;
    private boolean openEnded;
    private String reason;

    public void load() {
        String asked = Faces.getRequestParameter("id");
        if (asked == null) {
            return;
        }
        Optional<Agent> found = asked.matches("\\d{1,18}") ? agents.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such agent");
            return;
        }
        id = found.get().getId();
        show(found.get().text());
    }

    private void show(AgentText text) {
        seen = text;
        name = text.name();
        phoneOn = text.phoneOn();
        reachable = text.reachable();
        wrapUpSeconds = text.wrapUpSeconds();
        OutOfOffice out = text.outOfOffice();
        from = out == null ? null : written(out.from());
        to = out == null ? null : written(out.to());
        openEnded = out != null && out.to() == null;
        reason = out == null ? null : out.reason();
    }

    public String save() {
        try {
            AgentText text = new AgentText(name, phoneOn, reachable, wrapUpSeconds, outOfOffice());
            id = isNew() ? agents.add(text, account).getId() : agents.change(id, text, seen).getId();
            Messages.addFlashGlobalInfo("agent.saved", text.name());
            return again();
        } catch (AgentRefused refused) {
            complain(refused);
            return null;
        }
    }

    public String delete() {
        try {
            agents.delete(id, seen);
        } catch (AgentRefused refused) {
            complain(refused);
            return null;
        }
        Messages.addFlashGlobalInfo("agent.deleted", seen.name());
        return "/agents/index?faces-redirect=true";
    }

    /** The one whose button was pressed, by its key: rows change places between showing and pressing. */
    public String arrange() {
        Optional<String> pressed = BUTTONS.stream().filter(name -> Faces.getRequestParameter(name) != null).findFirst();
        if (isNew() || pressed.isEmpty() || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        try {
            Agent agent = agents.find(id).orElseThrow(() -> new AgentRefused(Reason.NO_SUCH_AGENT));
            devices.arrange(agent, arranged(devices.ofAgent(id), Faces.getRequestParameter(pressed.get()), pressed.get()));
        } catch (AgentRefused refused) {
            complain(refused);
            return null;
        }
        return again();
    }

    /** @param how {@code up}, {@code down} or {@code turn}, which switches it on or off */
    static List<Devices.Wish> arranged(List<Device> his, String key, String how) {
        List<Devices.Wish> wishes = new ArrayList<>(his.stream()
                .map(device -> new Devices.Wish(device.getKey(), device.isActive() != (how.equals("turn") && device.getKey().equals(key)))).toList());
        int place = wishes.stream().map(Devices.Wish::key).toList().indexOf(key);
        int other = how.equals("up") ? place - 1 : how.equals("down") ? place + 1 : place;
        if (place >= 0 && other >= 0 && other < wishes.size()) {
            Collections.swap(wishes, place, other);
        }
        return wishes;
    }

    private OutOfOffice outOfOffice() {
        Instant begins = instant(from, "from");
        Instant ends = instant(to, "to");
        if (begins == null && ends == null && !openEnded) {
            return null;
        }
        if (ends == null && !openEnded) {
            throw new AgentRefused(Reason.END_MISSING);
        }
        if (ends != null && openEnded) {
            throw new AgentRefused(Reason.ENDS_TWICE);
        }
        return new OutOfOffice(begins == null ? clock.instant() : begins, ends, reason);
    }

    private Instant instant(String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        OutOfOffice out = seen == null ? null : seen.outOfOffice();
        Instant known = out == null ? null : field.equals("from") ? out.from() : out.to();
        if (known != null && text.equals(written(known))) {
            return known; // the field has no seconds, and in one night of the year no single meaning
        }
        try {
            Instant said = LocalDateTime.parse(text).atZone(company.zone()).toInstant();
            if (Era.holds(said)) {
                return said;
            }
        } catch (DateTimeException nonsense) {
            // said below
        }
        throw new AgentRefused(field.equals("from") ? Reason.BEGINNING_MISSING : Reason.END_MISSING);
    }

    /** As a browser's field has it. */
    private String written(Instant at) {
        return at == null ? null : at.atZone(company.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static void complain(AgentRefused refused) {
        String field = refused.reason().field();
        if (field == null || field.equals("devices")) {
            Messages.addGlobalError("agent.refused." + refused.reason());
        } else {
            Messages.addError("agent:" + field, "agent.refused." + refused.reason());
        }
    }

    private String again() {
        return "/agents/agent?faces-redirect=true&id=" + id;
    }

    public boolean isNew() {
        return id == null;
    }

    public Long getId() {
        return id;
    }

    /** As he is now, whatever is being typed; null for a new one. */
    public AgentRow getRow() {
        if (row == null && id != null) {
            row = agents.find(id).map(rows::of).orElse(null);
        }
        return row;
    }

    /** In whose time the fields are. */
    public String getZone() {
        return company.zone().getId();
    }

    /** Accounts that are no agent's yet. */
    public List<SelectItem> getAccounts() {
        Set<Long> taken = agents.all().stream().map(Agent::getAccountId).filter(Objects::nonNull).collect(Collectors.toSet());
        return accounts.all().stream().filter(Account::isActive).filter(one -> !taken.contains(one.getId()))
                .map(one -> new SelectItem(one.getId(), one.getName() + " (" + one.getUsername() + ")")).toList();
    }

    public Long getAccount() {
        return account;
    }

    public void setAccount(Long account) {
        this.account = account;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isPhoneOn() {
        return phoneOn;
    }

    public void setPhoneOn(boolean phoneOn) {
        this.phoneOn = phoneOn;
    }

    public boolean isReachable() {
        return reachable;
    }

    public void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    public int getWrapUpSeconds() {
        return wrapUpSeconds;
    }

    public void setWrapUpSeconds(int seconds) {
        this.wrapUpSeconds = seconds;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public boolean isOpenEnded() {
        return openEnded;
    }

    public void setOpenEnded(boolean openEnded) {
        this.openEnded = openEnded;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
