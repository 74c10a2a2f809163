package callward.line;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop.RentedNumber;
import callward.script.Script;
import callward.script.Scripts;
import callward.settings.Company;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Numbers that the account has already become lines: which ones, and with which script. The carrier is asked when the page is opened. */
@Named
@ViewScoped
public class ImportLinesView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A number and whether it was chosen. */
    public static class Choice implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String number;
        private final String shown;
        private final String name;
        private final String leadsTo;
        private final boolean pointsAtUs;
        private boolean chosen;

        /** The carrier calls a number by its digits until somebody gives it a name; callers had better hear the company's. */
        Choice(RentedNumber number, String company) {
            this.number = number.number().e164();
            this.shown = number.number().shown();
            this.name = number.name().chars().anyMatch(Character::isLetter) ? number.name() : company;
            this.leadsTo = number.leadsTo();
            this.pointsAtUs = number.pointsAtUs();
        }

        public String getNumber() {
            return number;
        }

        public String getShown() {
            return shown;
        }

        public String getName() {
            return name;
        }

        /** An address, or the SID of what wins over it; empty for nowhere. */
        public String getLeadsTo() {
            return leadsTo;
        }

        public boolean isPointsAtUs() {
            return pointsAtUs;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }

    @Inject
    CarrierNumbers numbers;
    @Inject
    KeepLine keep;
    @Inject
    Scripts scripts;
    @Inject
    Company company;

    private List<Choice> choices = List.of();
    private String trouble;
    private Long script;

    public void load() {
        try {
            choices = new ArrayList<>(numbers.withoutLine().stream().map(number -> new Choice(number, company.getName())).toList());
        } catch (CarrierRefused | CarrierUnreachable e) {
            trouble = CarrierTrouble.of(e).saying().in(Faces.getLocale());
        }
        script = getScripts().isEmpty() ? null : getScripts().getFirst().getId();
    }

    /** Each is written down now; the carrier is asked by the clock, and the list of lines shows how far it has come. */
    public String take() {
        return take("/lines/index");
    }

    /** @param next the page that goes on */
    public String take(String next) {
        List<Choice> chosen = choices.stream().filter(Choice::isChosen).toList();
        if (chosen.isEmpty()) {
            Messages.addGlobalError("lines.noneChosen");
            return null;
        }
        try {
            keep.addAll(chosen.stream().map(one -> new LineText(one.getNumber(), fitting(one.getName()), script, null, null, null, null, null)).toList());
        } catch (LineRefused refused) {
            Messages.addGlobalError(refused.saying().in(Faces.getLocale()));
            return null;
        }
        Messages.addFlashGlobalInfo("lines.taken", chosen.size());
        return next + "?faces-redirect=true";
    }

    private static String fitting(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public String getTrouble() {
        return trouble;
    }

    public List<Script> getScripts() {
        return scripts.all().stream().filter(one -> one.getPublished() != null).toList();
    }

    public Long getScript() {
        return script;
    }

    public void setScript(Long script) {
        this.script = script;
    }
}
