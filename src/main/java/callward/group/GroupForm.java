package callward.group;

import callward.flow.RingStrategy;
import java.io.Serializable;

/** The fields of a group's page. */
public class GroupForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name;
    private RingStrategy strategy;
    private int secondsEach;
    private int secondsTotal;
    private int rounds;
    private boolean asks;
    private String acceptKey;
    private String declineKey;
    private int silenceSeconds;
    private boolean dropsMembers;
    private String calendar;
    private String wish;
    private boolean unskilledLast;
    private String music;
    private int announceSeconds;
    private int mostWaiting;
    private int longestSeconds;

    void show(GroupText text) {
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

    /** @throws GroupRefused naming every field that will not do */
    GroupText text() {
        return new GroupText(name, strategy, secondsEach, secondsTotal, rounds, asks, acceptKey, declineKey, silenceSeconds, dropsMembers,
                calendar, wish, unskilledLast, music, announceSeconds, mostWaiting, longestSeconds);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public RingStrategy getStrategy() {
        return strategy;
    }

    public void setStrategy(RingStrategy strategy) {
        this.strategy = strategy;
    }

    public int getSecondsEach() {
        return secondsEach;
    }

    public void setSecondsEach(int secondsEach) {
        this.secondsEach = secondsEach;
    }

    public int getSecondsTotal() {
        return secondsTotal;
    }

    public void setSecondsTotal(int secondsTotal) {
        this.secondsTotal = secondsTotal;
    }

    public int getRounds() {
        return rounds;
    }

    public void setRounds(int rounds) {
        this.rounds = rounds;
    }

    public boolean isAsks() {
        return asks;
    }

    public void setAsks(boolean asks) {
        this.asks = asks;
    }

    public String getAcceptKey() {
        return acceptKey;
    }

    public void setAcceptKey(String acceptKey) {
        this.acceptKey = acceptKey;
    }

    public String getDeclineKey() {
        return declineKey;
    }

    public void setDeclineKey(String declineKey) {
        this.declineKey = declineKey;
    }

    public int getSilenceSeconds() {
        return silenceSeconds;
    }

    public void setSilenceSeconds(int silenceSeconds) {
        this.silenceSeconds = silenceSeconds;
    }

    public boolean isDropsMembers() {
        return dropsMembers;
    }

    public void setDropsMembers(boolean dropsMembers) {
        this.dropsMembers = dropsMembers;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public String getWish() {
        return wish;
    }

    public void setWish(String wish) {
        this.wish = wish;
    }

    public boolean isUnskilledLast() {
        return unskilledLast;
    }

    public void setUnskilledLast(boolean unskilledLast) {
        this.unskilledLast = unskilledLast;
    }

    public String getMusic() {
        return music;
    }

    public void setMusic(String music) {
        this.music = music;
    }

    public int getAnnounceSeconds() {
        return announceSeconds;
    }

    public void setAnnounceSeconds(int announceSeconds) {
        this.announceSeconds = announceSeconds;
    }

    public int getMostWaiting() {
        return mostWaiting;
    }

    public void setMostWaiting(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    public int getLongestSeconds() {
        return longestSeconds;
    }

    public void setLongestSeconds(int longestSeconds) {
        this.longestSeconds = longestSeconds;
    }
}
