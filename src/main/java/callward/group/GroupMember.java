package callward.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That an agent is in a group, where in its order, and what he knows there. */
@Entity
@Table(name = "ring_group_member")
public class GroupMember implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "group_id")
    private Long groupId;
    @Column(name = "agent_id")
    private Long agentId;
    @Column(name = "position")
    private int place;
    private String skills;

    protected GroupMember() { }

    GroupMember(long groupId, Member member, int place) {
        this.groupId = groupId;
        this.agentId = member.agentId();
        this.place = place;
        this.skills = Skills.text(member.skills());
    }

    Member member() {
        return new Member(agentId, Skills.of(skills));
    }
}
