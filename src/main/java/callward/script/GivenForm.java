package callward.script;

import callward.flow.ByTime;
import callward.flow.Hold;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.Steps;
import callward.script.CallTest.Given;
import callward.script.CallTest.GivenGroup;
import callward.script.CallTest.GivenTelephone;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The world around a call test in the hands of somebody who edits it. What the form does not show stays as it was. */
public class GivenForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A telephone that steps name, and whether it exists and is free. */
    public static class Telephone implements Serializable {

        private static final long serialVersionUID = 1L;
        private final String key;
        private boolean there;
        private String agent;

        Telephone(String key, boolean there, String agent) {
            this.key = key;
            this.there = there;
            this.agent = agent;
        }

        public String getKey() {
            return key;
        }

        public boolean isThere() {
            return there;
        }

        public void setThere(boolean there) {
            this.there = there;
        }

        public String getAgent() {
            return agent;
        }

        public void setAgent(String agent) {
            this.agent = agent;
        }
    }

    /** A ticket that exists. */
    public static class Ticket implements Serializable {

        private static final long serialVersionUID = 1L;
        private final HashMap<String, String> facts;

        Ticket(Map<String, String> facts) {
            this.facts = new HashMap<>(facts);
        }

        public Map<String, String> getFacts() {
            return facts;
        }
    }

    /** A calendar that steps ask. */
    public static class Hours implements Serializable {

        private static final long serialVersionUID = 1L;
        private final String key;
        private boolean open;

        Hours(String key, boolean open) {
            this.key = key;
            this.open = open;
        }

        public String getKey() {
            return key;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }
    }

    /** A group that steps ring, or let callers wait for, and whose telephones can be rung. */
    public static class Group implements Serializable {

        private static final long serialVersionUID = 1L;
        private final String key;
        private String members;

        Group(String key, String members) {
            this.key = key;
            this.members = members;
        }

        public String getKey() {
            return key;
        }

        public String getMembers() {
            return members;
        }

        public void setMembers(String members) {
            this.members = members;
        }

        List<String> keys() {
            return members == null ? List.of() : Arrays.stream(members.split("[,;\\s]+")).filter(key -> !key.isEmpty()).distinct().toList();
        }
    }

    private final String json;
    private final HashMap<String, String> customer;
    private final ArrayList<Ticket> tickets = new ArrayList<>();
    private final ArrayList<Hours> hours = new ArrayList<>();
    private final ArrayList<Telephone> telephones = new ArrayList<>();
    private final ArrayList<Group> groups = new ArrayList<>();

    /** @param steps what the test is run against: it names calendars and telephones; null when there is nothing yet */
    GivenForm(Given given, Steps steps) {
        json = StepsJson.write(given);
        customer = new HashMap<>(given.customer());
        given.tickets().forEach(ticket -> tickets.add(new Ticket(ticket)));
        Set<String> calendars = new LinkedHashSet<>(new TreeMap<>(given.open()).keySet());
        Map<String, GivenTelephone> there = new LinkedHashMap<>();
        given.destinations().forEach(telephone -> there.put(telephone.key(), telephone));
        Set<String> keys = new LinkedHashSet<>();
        Map<String, String> members = new LinkedHashMap<>();
        given.groups().forEach(group -> members.put(group.key(), String.join(", ", group.members())));
        (steps == null ? Stream.<callward.flow.Step>empty() : steps.steps().stream()).forEach(step -> {
            if (step instanceof ByTime byTime) {
                calendars.add(byTime.calendar());
            } else if (step instanceof RingGroup ring) {
                members.putIfAbsent(ring.group(), "");
            } else if (step instanceof Hold hold) {
                members.putIfAbsent(hold.group(), "");
            } else if (step instanceof Ring ring) {
                ring.destinations().stream().filter(key -> !key.contains("{{")).forEach(keys::add);
            }
        });
        members.forEach((key, phones) -> groups.add(new Group(key, phones)));
        keys.addAll(there.keySet());
        calendars.forEach(key -> hours.add(new Hours(key, given.open().getOrDefault(key, true))));
        keys.forEach(key -> telephones.add(new Telephone(key, there.containsKey(key), there.containsKey(key) ? there.get(key).agent() : null)));
    }

    Given given() {
        Map<String, GivenTelephone> before = new HashMap<>();
        Given known = StepsJson.read(json, Given.class);
        known.destinations().forEach(telephone -> before.put(telephone.key(), telephone));
        Map<String, Boolean> open = new LinkedHashMap<>();
        hours.forEach(calendar -> open.put(calendar.getKey(), calendar.isOpen()));
        return new Given(name(customer).isEmpty() ? Map.of() : filled(customer),
                tickets.stream().map(ticket -> filled(ticket.getFacts())).filter(ticket -> ticket.containsKey("ticket.number")).toList(), open,
                telephones.stream().filter(Telephone::isThere).map(telephone -> given(telephone, before.get(telephone.getKey()))).toList(),
                groups.stream().filter(group -> !group.keys().isEmpty() || known.groups().stream().anyMatch(one -> one.key().equals(group.getKey())))
                        .map(group -> given(group, known)).toList());
    }

    private static GivenGroup given(Group group, Given known) {
        GivenGroup before = known.groups().stream().filter(one -> one.key().equals(group.getKey())).findFirst()
                .orElse(new GivenGroup(group.getKey(), null, null, null, null, null));
        return new GivenGroup(group.getKey(), group.keys(), before.strategy(), before.seconds(), before.rounds(), before.closed());
    }

    private static GivenTelephone given(Telephone telephone, GivenTelephone before) {
        String agent = telephone.getAgent() == null || telephone.getAgent().isBlank() ? null : telephone.getAgent().strip();
        return before == null ? new GivenTelephone(telephone.getKey(), null, null, agent, null)
                : new GivenTelephone(before.key(), before.label(), before.address(), agent, before.seconds());
    }

    private static String name(Map<String, String> facts) {
        return facts.get("customer.name") == null ? "" : facts.get("customer.name").strip();
    }

    private static Map<String, String> filled(Map<String, String> facts) {
        Map<String, String> filled = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                filled.put(name, value.strip());
            }
        });
        return filled;
    }

    public Map<String, String> getCustomer() {
        return customer;
    }

    public List<Ticket> getTickets() {
        return tickets;
    }

    public List<Hours> getHours() {
        return hours;
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Telephone> getTelephones() {
        return telephones;
    }
}
