package callward.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A person who answers calls, with or without an account of his own. Whether he is rung, {@link Availability} works out: of what he says of
 * himself here, of his open desks and of the talks that go on.
 */
@Entity
@Table(name = "agent")
public class Agent implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "account_id")
    private Long accountId;
    private String name;
    @Column(name = "phone_on")
    private boolean phoneOn = true;
    private boolean reachable;
    @Column(name = "wrap_up_seconds")
    private int wrapUpSeconds;
    @Column(name = "out_from")
    private Instant outFrom;
    @Column(name = "out_to")
    private Instant outTo;
    @Column(name = "out_reason")
    private String outReason;

    protected Agent() { }

    /** @param accountId null for somebody who never signs in: he stays reachable without a desk */
    public Agent(String name, Long accountId) {
        this.name = name;
        this.accountId = accountId;
        this.reachable = accountId == null;
    }

    public Long getId() {
        return id;
    }

    public Long getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    public AgentText text() {
        return new AgentText(name, phoneOn, reachable, wrapUpSeconds, outFrom == null ? null : new OutOfOffice(outFrom, outTo, outReason));
    }

    void become(AgentText text) {
        OutOfOffice out = text.outOfOffice();
        name = text.name();
        phoneOn = text.phoneOn();
        reachable = text.reachable();
        wrapUpSeconds = text.wrapUpSeconds();
        outFrom = out == null ? null : out.from();
        outTo = out == null ? null : out.to();
        outReason = out == null ? null : out.reason();
    }

    void rename(String now) {
        name = now;
    }
}
