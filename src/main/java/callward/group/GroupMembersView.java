package callward.group;

import callward.agent.Agent;
import callward.agent.Agents;
import callward.settings.Refused;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The members of a group, beside its form: each button also keeps what was typed of skills. */
@Named
@ViewScoped
public class GroupMembersView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @param skills as they are typed */
    public record Row(long agentId, String name, String skills) implements Serializable { }

    @Inject
    GroupBook book;
    @Inject
    Agents agents;

    private String key;
    private List<Member> seen = List.of();
    private transient List<Row> rows;

    public void load() {
        key = Faces.getRequestParameter("key");
        seen = key == null ? List.of() : book.find(key).map(book::members).orElse(List.of());
    }

    public List<Row> getRows() {
        if (rows == null) {
            Map<Long, String> names = agents.all().stream().collect(Collectors.toMap(Agent::getId, Agent::getName));
            rows = seen.stream().map(member -> new Row(member.agentId(), names.getOrDefault(member.agentId(), "?"), Skills.text(member.skills()))).toList();
        }
        return rows;
    }

    /** Agents who are no members yet. */
    public List<SelectItem> getOthers() {
        List<Long> members = seen.stream().map(Member::agentId).toList();
        return agents.all().stream().filter(agent -> !members.contains(agent.getId())).map(agent -> new SelectItem(agent.getId(), agent.getName())).toList();
    }

    /** The button that was pressed: {@code up 7}, {@code down 7}, {@code remove 7}, {@code add} or {@code keep}. */
    public String act() {
        String pressed = Faces.getRequestParameter("do");
        if (pressed == null || key == null || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        String[] words = (pressed + " 0").split(" ");
        String agent = words[0].equals("add") ? Faces.getRequestParameter("agent") : words[1];
        if (agent == null || !agent.matches("\\d{1,18}")) {
            return null;
        }
        try {
            Group kept = book.arrange(key, arranged(typed(seen, Faces::getRequestParameter), words[0], Long.parseLong(agent)), seen);
            Messages.addFlashGlobalInfo("group.saved", kept.getName());
            return "/groups/group?faces-redirect=true&key=" + key;
        } catch (Refused refused) {
            refused.faults().values().forEach(saying -> Messages.addGlobalError(saying.in(Faces.getLocale())));
        }
        return null;
    }

    /** With the skills that stand in the fields. */
    static List<Member> typed(List<Member> members, UnaryOperator<String> field) {
        return members.stream().map(member -> {
            String text = field.apply("skills-" + member.agentId());
            return text == null ? member : new Member(member.agentId(), Skills.of(text));
        }).toList();
    }

    static List<Member> arranged(List<Member> members, String how, long agent) {
        List<Member> arranged = new ArrayList<>(members);
        int place = members.stream().map(Member::agentId).toList().indexOf(agent);
        int other = how.equals("up") ? place - 1 : how.equals("down") ? place + 1 : place;
        if (how.equals("add") && place < 0) {
            arranged.add(new Member(agent, List.of()));
        } else if (how.equals("remove") && place >= 0) {
            arranged.remove(place);
        } else if (place >= 0 && other >= 0 && other < members.size()) {
            Collections.swap(arranged, place, other);
        }
        return arranged;
    }
}
