package callward.group;

import callward.flow.RingStrategy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.regex.Pattern;

/** People who are rung together. Scripts name a group by its key, which therefore never changes. */
@Entity(name = "RingGroup")
@Table(name = "ring_group")
public class Group implements Serializable {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String key;
    private String name;
    @Enumerated(EnumType.STRING)
    private RingStrategy strategy;
    @Column(name = "seconds_each")
    private int secondsEach;
    @Column(name = "seconds_total")
    private int secondsTotal;
    private int rounds;
    private boolean asks;
    @Column(name = "accept_key")
    private String acceptKey;
    @Column(name = "decline_key")
    private String declineKey;
    @Column(name = "silence_seconds")
    private int silenceSeconds;
    @Column(name = "drops_members")
    private boolean dropsMembers;
    private String calendar;
    private String wish;
    @Column(name = "unskilled_last")
    private boolean unskilledLast;
    private String music;
    @Column(name = "announce_seconds")
    private int announceSeconds;
    @Column(name = "most_waiting")
    private int mostWaiting;
    @Column(name = "longest_seconds")
    private int longestSeconds;

    protected Group() { }

    Group(String key) {
        this.key = key;
    }

    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    GroupText text() {
        return new GroupText(name, strategy, secondsEach, secondsTotal, rounds, asks, acceptKey, declineKey, silenceSeconds, dropsMembers, calendar, wish, unskilledLast,
                music, announceSeconds, mostWaiting, longestSeconds);
    }

    void become(GroupText text) {
        name = text.name();
        strategy = text.strategy();
        secondsEach = text.secondsEach();
        secondsTotal = text.secondsTotal();
        rounds = text.rounds();
        asks = text.asks();
        acceptKey = text.acceptKey();
        declineKey = text.declineKey();
        silenceSeconds = text.silenceSeconds();
        dropsMembers = text.dropsMembers();
        calendar = text.calendar();
        wish = text.wish();
        unskilledLast = text.unskilledLast();
        music = text.music();
        announceSeconds = text.announceSeconds();
        mostWaiting = text.mostWaiting();
        longestSeconds = text.longestSeconds();
    }
}
