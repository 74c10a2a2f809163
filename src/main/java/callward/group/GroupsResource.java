package callward.group;

import callward.access.Role;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.flow.Answer;
import callward.flow.RingStrategy;
import callward.script.WhereUsed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Groups: people who are rung together, and how. Scripts ring a group, or let callers wait for it. */
@ApiResource
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class GroupsResource {

    /**
     * @param agent  id of the agent
     * @param name   as people call him
     * @param skills what he knows in this group, in small letters
     */
    public record MemberRow(long agent, String name, List<String> skills) { }

    /**
     * @param agent  id of the agent; each once
     * @param skills what he knows, at most 20 of 40 characters; null: nothing in particular
     */
    public record MemberSpec(long agent, List<String> skills) { }

    /**
     * How callers wait for the group, where a script lets them.
     *
     * @param music           key of the greeting they hear; null: ours
     * @param announceSeconds how often they are told their place, 15 to 600; 0: never; 60 when left out
     * @param mostWaiting     how many may wait at once, 1 to 1000; 50 when left out
     * @param longestSeconds  how long somebody may wait, 30 to 7200; 1800 when left out
     */
    public record QueueSpec(String music, Integer announceSeconds, Integer mostWaiting, Integer longestSeconds) { }

    /**
     * @param key            what scripts call it
     * @param name           what people call it
     * @param strategy       in which order its members are rung
     * @param secondsEach    how long a telephone, or everybody at once, rings
     * @param secondsTotal   how long all of it may take
     * @param rounds         how often everybody is rung
     * @param asks           whether whoever picks up presses a key, on telephones that say nothing else themselves
     * @param acceptKey      the key that accepts; null: any but the one that declines
     * @param declineKey     the key that declines
     * @param silenceSeconds silence after the question that counts as a machine
     * @param dropsMembers   a member who calls in himself is told so, and the call ends; false: only he is left out
     * @param calendar       key of its opening hours; null: always on
     * @param wish           the skills that a call asks for, with names in double braces
     * @param unskilledLast  who knows nothing of it is rung last; false: not at all
     * @param queue          how callers wait for it
     * @param members        in their order
     */
    public record GroupRow(String key, String name, RingStrategy strategy, int secondsEach, int secondsTotal, int rounds, boolean asks, String acceptKey,
                           String declineKey, int silenceSeconds, boolean dropsMembers, String calendar, String wish, boolean unskilledLast, QueueSpec queue,
                           List<MemberRow> members) { }

    /**
     * All of it is set: what is left out gets its usual value.
     *
     * @param name           1 to 100 characters
     * @param strategy       IN_ORDER, ALL_AT_ONCE, ROUND_ROBIN, LONGEST_IDLE or BY_SKILL; ALL_AT_ONCE when left out
     * @param secondsEach    how long a telephone, or everybody at once, rings, 5 to 600; 20 when left out
     * @param secondsTotal   how long all of it may take, 5 to 3600; 120 when left out
     * @param rounds         how often everybody is rung, 1 to 10; 2 when left out
     * @param asks           whether whoever picks up presses a key, on telephones that say nothing else themselves; true when left out
     * @param acceptKey      {@code 0-9}, {@code *} or {@code #}; null: any key but the one that declines
     * @param declineKey     another one of these; {@code *} when left out
     * @param silenceSeconds silence after the question that counts as a machine, 1 to 30; 5 when left out
     * @param dropsMembers   a member who calls in himself is told so, and the call ends; false: only he is left out; true when left out
     * @param calendar       key of a calendar; null: always on
     * @param wish           the skills that a call asks for, one after another with commas; {@code {{names}}} stand for what is known of the call; at most 500
     *                       characters
     * @param unskilledLast  who knows nothing of it is rung last; false: not at all; true when left out
     * @param queue          how callers wait for it; the usual when left out
     * @param members        in their order, at most 200; null: none
     */
    public record GroupSpec(String name, RingStrategy strategy, Integer secondsEach, Integer secondsTotal, Integer rounds, Boolean asks, String acceptKey,
                            String declineKey, Integer silenceSeconds, Boolean dropsMembers, String calendar, String wish, Boolean unskilledLast, QueueSpec queue,
                            List<MemberSpec> members) { }

    /**
     * @param key     of the telephone
     * @param label   what people call it
     * @param agent   whose it is
     * @param asks    whether whoever picks it up presses a key
     * @param seconds how long it rings
     */
    public record RungRow(String key, String label, String agent, boolean asks, int seconds) { }

    /**
     * @param agent  id of the agent
     * @param name   as people call him
     * @param reason why he would not be rung: SIGNED_OUT, SWITCHED_OFF, ON_A_CALL, WRAPPING_UP, OUT_OF_OFFICE, NO_DEVICE, NOT_THERE or LACKS_SKILL
     */
    public record LeftOutRow(long agent, String name, String reason) { }

    /**
     * @param open    whether its hours are on
     * @param rung    telephones in the order in which they would ring; those of one agent stand together
     * @param notRung members who would not be rung, and why
     */
    public record FreeNow(boolean open, List<RungRow> rung, List<LeftOutRow> notRung) { }

    @Inject
    GroupBook book;
    @Inject
    Groups groups;
    @Inject
    Agents agents;
    @Inject
    Clock clock;

    /** List the groups. Everybody may see them; only supervisors change them. */
    @GET
    @Allowed(Role.AGENT)
    public Page<GroupRow> list(@BeanParam Paging paging) {
        return Page.of(book.all().stream().map(this::shown).toList(), paging);
    }

    /**
     * Read a group.
     *
     * @param key what scripts call it, 1 to 40 small letters, digits and dashes
     */
    @GET
    @Path("{key}")
    @Allowed(Role.AGENT)
    public GroupRow one(@PathParam("key") String key) {
        return shown(known(key));
    }

    /** Make or change a group. Counts for the next call. */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public GroupRow keep(@PathParam("key") String key, GroupSpec spec) {
        GroupText text = text(spec);
        List<Member> members = members(spec.members());
        return shown(book.find(key).isPresent() ? book.set(key, text, members) : book.add(key, text, members));
    }

    /** Delete a group. 409 while a published script rings it. */
    @DELETE
    @Path("{key}")
    public void delete(@PathParam("key") String key) {
        book.delete(key);
    }

    /** List the scripts that ring a group. */
    @GET
    @Path("{key}/uses")
    public List<WhereUsed.Place> uses(@PathParam("key") String key) {
        return book.uses(known(key).getKey());
    }

    /** See who would be rung now. If somebody called who is none of its members. By the very rules that calls go by. */
    @GET
    @Path("{key}/free")
    @Allowed(Role.AGENT)
    public FreeNow free(@PathParam("key") String key) {
        Answer.Members now = groups.wouldBeRung(known(key).getKey(), clock.instant()).orElseThrow(GroupRefused::gone);
        return new FreeNow(now.open(), now.targets().stream().map(target -> new RungRow(target.key(), target.label(), target.agent(), target.asks(), target.seconds())).toList(),
                now.passedOver().stream().filter(Groups::isMember).map(one -> new LeftOutRow(Groups.agent(one), one.label(), one.why().name())).toList());
    }

    private Group known(String key) {
        return book.find(key).orElseThrow(GroupRefused::gone);
    }

    private GroupRow shown(Group group) {
        GroupText text = group.text();
        return new GroupRow(group.getKey(), text.name(), text.strategy(), text.secondsEach(), text.secondsTotal(), text.rounds(), text.asks(), text.acceptKey(),
                text.declineKey(), text.silenceSeconds(), text.dropsMembers(), text.calendar(), text.wish(), text.unskilledLast(),
                new QueueSpec(text.music(), text.announceSeconds(), text.mostWaiting(), text.longestSeconds()),
                book.members(group).stream().map(member -> new MemberRow(member.agentId(), agents.find(member.agentId()).map(Agent::getName).orElse(null), member.skills()))
                        .toList());
    }

    private static GroupText text(GroupSpec spec) {
        if (spec == null) {
            throw Refusal.field("name", "is missing");
        }
        GroupText usual = GroupText.usual("-");
        QueueSpec queue = spec.queue() == null ? new QueueSpec(null, null, null, null) : spec.queue();
        return new GroupText(spec.name(), or(spec.strategy(), usual.strategy()), or(spec.secondsEach(), usual.secondsEach()),
                or(spec.secondsTotal(), usual.secondsTotal()), or(spec.rounds(), usual.rounds()), or(spec.asks(), usual.asks()), spec.acceptKey(),
                or(spec.declineKey(), usual.declineKey()), or(spec.silenceSeconds(), usual.silenceSeconds()), or(spec.dropsMembers(), usual.dropsMembers()),
                spec.calendar(), spec.wish(), or(spec.unskilledLast(), usual.unskilledLast()), queue.music(), or(queue.announceSeconds(), usual.announceSeconds()),
                or(queue.mostWaiting(), usual.mostWaiting()), or(queue.longestSeconds(), usual.longestSeconds()));
    }

    private static List<Member> members(List<MemberSpec> members) {
        return members == null ? List.of() : members.stream().filter(Objects::nonNull)
                .map(member -> new Member(member.agent(), Skills.of(member.skills() == null ? "" : Skills.text(member.skills())))).toList();
    }

    private static <T> T or(T said, T usual) {
        return said == null ? usual : said;
    }
}
