package callward.simulator;

import callward.access.Role;
import callward.access.SignedIn;
import callward.settings.Company;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The page of telephones; what moves on it comes by the REST API. */
@Named
@RequestScoped
public class SimulatorView {

    /** A number kept for stories, so that a first call needs no typing. */
    private static final String SOMEBODY = "+15550101234";

    @Inject
    Simulator simulator;
    @Inject
    SignedIn signedIn;
    @Inject
    Company company;

    private String from = SOMEBODY;
    private String to;
    private String replay;

    public boolean isOn() {
        return simulator.isOn();
    }

    /** Beside a company's account, it is for those who may change what callers meet. */
    public boolean isMine() {
        return !simulator.isBesideAnAccount() || signedIn.may(Role.SUPERVISOR);
    }

    /** Calls become tests of their script, for those who may change scripts. */
    public boolean isTester() {
        return signedIn.may(Role.SUPERVISOR);
    }

    /** The company's time zone: a caller's clock shows it. */
    public String getZone() {
        return company.zone().getId();
    }

    /** SID of a call to be played again, or null. */
    public String getReplay() {
        return replay;
    }

    public void setReplay(String replay) {
        this.replay = replay;
    }

    /** Who calls, when another page says so. */
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

    public List<String> getKeys() {
        return List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");
    }

    public List<String> getHabits() {
        return Arrays.stream(PhoneHabit.values()).map(PhoneHabit::name).toList();
    }
}
