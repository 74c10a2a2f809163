package callward.line;

import callward.script.Script;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A phone number we rent.
 *
 * <p>Its life: it is written down first ({@code wanted}), then {@link PointLines} has the carrier rent it and point it at us
 * ({@code carrierSid} set, {@code wanted} off). What the carrier refuses stands in {@code problem} until it works.
 */
@Entity
@Table(name = "line")
@Cacheable(false)
public class Line {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String number;
    private String name;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "script_id")
    private Script script;
    private String fallback;
    private String forward;
    private String language;
    private String voice;
    @Column(name = "call_limit_seconds")
    private Integer callLimitSeconds;
    private String account;
    @Column(name = "carrier_sid")
    private String carrierSid;
    @Column(name = "pointed_at")
    private String pointedAt;
    private boolean wanted;
    @Column(name = "may_rent")
    private boolean mayRent;
    private int tries;
    @Column(name = "next_try_at")
    private Instant nextTryAt;
    private String problem;
    @Column(name = "problem_code")
    private Integer problemCode;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Line() { }

    Line(String number, String name, Script script, String fallback, String language, String account, Instant createdAt) {
        this.number = number;
        this.name = name;
        this.script = script;
        this.fallback = fallback;
        this.language = language;
        this.account = account;
        this.createdAt = createdAt;
    }

    public Long getId() {
        return id;
    }

    /** E.164. */
    public String getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public Script getScript() {
        return script;
    }

    /** Where a caller is sent when everything else fails: an address as {@code phone.Destination} writes it, or null. */
    public String getFallback() {
        return fallback;
    }

    /** The line's own address to forward to, which scripts call {@code {{line.forward}}}; as {@code phone.Destination} writes it, or null. */
    public String getForward() {
        return forward;
    }

    public String getLanguage() {
        return language;
    }

    public String getVoice() {
        return voice;
    }

    /** How long a caller may be in a call without a talk or a message, 60 to 14,400; null: as long as the company says. */
    public Integer getCallLimitSeconds() {
        return callLimitSeconds;
    }

    /** SID of the carrier account it is rented in. */
    public String getAccount() {
        return account;
    }

    /** The carrier's name for the number, null until the carrier has confirmed it. */
    public String getCarrierSid() {
        return carrierSid;
    }

    /** Whether the carrier still has to be asked to rent it and to point it at us. */
    public boolean isWanted() {
        return wanted;
    }

    /** What the carrier said when it last refused, or null. */
    public String getProblem() {
        return problem;
    }

    /** What that means and what to do, or null. */
    public CarrierTrouble getTrouble() {
        return problem == null ? null : CarrierTrouble.of(problemCode == null ? 0 : problemCode, problem);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** @param rent whether it may be rented where the account does not have it: that costs money */
    void want(Instant from, boolean rent) {
        wanted = true;
        mayRent = rent;
        tries = 0;
        problem = null;
        problemCode = null;
        nextTryAt = from;
    }

    /** Once more, as it was wanted: what may be rented still may. */
    void wantAgain(Instant from) {
        want(from, mayRent);
    }

    void change(String newName, Script leadsTo, String newFallback, String newForward, String newLanguage, String newVoice, Integer newCallLimit) {
        name = newName;
        script = leadsTo;
        fallback = newFallback;
        forward = newForward;
        language = newLanguage;
        voice = newVoice;
        callLimitSeconds = newCallLimit;
    }

    void pointed(String sid, String voiceUrl) {
        carrierSid = sid;
        pointedAt = voiceUrl;
        tries = 0;
        wanted = false;
        mayRent = false;
        nextTryAt = null;
        problem = null;
        problemCode = null;
    }

    /** Waits longer after each failure: 2 s, 4 s, … at most 10 minutes. */
    void failed(CarrierTrouble why, Instant now) {
        tries++;
        problem = why.message();
        problemCode = why.kind() == CarrierTrouble.Kind.LATER ? -1 : why.code();
        nextTryAt = now.plusSeconds(Math.min(600, 1L << Math.min(tries, 10)));
    }
}
