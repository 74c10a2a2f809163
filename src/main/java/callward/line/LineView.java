package callward.line;

import callward.access.Role;
import callward.access.SignedIn;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop.RentedNumber;
import callward.phone.PhoneNumber;
import callward.script.Script;
import callward.script.Scripts;
import callward.settings.Company;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One line: what callers walk through, how it speaks, where it leads when all else fails, and what the carrier has for it. */
@Named
@ViewScoped
public class LineView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Lines lines;
    @Inject
    KeepLine keep;
    @Inject
    CarrierNumbers numbers;
    @Inject
    PointLines point;
    @Inject
    Scripts scripts;
    @Inject
    Company company;
    @Inject
    SignedIn signedIn;

    private Long id;
    private boolean rent;
    private String number;
    private String name;
    private Long script;
    private String fallback;
    private String forward;
    private String language;
    private String voice;
    private Integer callLimitSeconds;
    private transient Line line;
    private transient RentedNumber atCarrier;
    private transient CarrierTrouble trouble;
    private transient boolean asked;

    public void load() {
        String wanted = Faces.getRequestParameter("id");
        if (wanted == null) {
            begin();
            return;
        }
        Optional<Line> found = wanted.matches("\\d{1,18}") ? lines.find(Long.parseLong(wanted)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such line");
            return;
        }
        show(found.get());
        if (Faces.getRequestParameter("ask") != null) {
            ask();
        }
    }

    private void begin() {
        number = Faces.getRequestParameter("number");
        rent = Faces.getRequestParameter("rent") != null;
        language = KeepLine.spoken(company.language(), company.country());
        List<Script> published = getScripts();
        script = published.isEmpty() ? null : published.getFirst().getId();
    }

    private void show(Line found) {
        line = found;
        id = found.getId();
        number = found.getNumber();
        name = found.getName();
        script = found.getScript() == null ? null : found.getScript().getId();
        fallback = found.getFallback();
        forward = found.getForward();
        language = found.getLanguage();
        voice = found.getVoice();
        callLimitSeconds = found.getCallLimitSeconds();
    }

    private void ask() {
        asked = true;
        try {
            atCarrier = numbers.look(line).orElse(null);
        } catch (CarrierRefused | CarrierUnreachable e) {
            trouble = CarrierTrouble.of(e);
        }
    }

    public String save() {
        if (!isEditable()) {
            Faces.responseSendError(403, "administrators only");
            return null;
        }
        LineText text = new LineText(number, name, script, fallback, forward, language, voice, callLimitSeconds);
        try {
            Line kept = id == null ? keep.add(text, rent) : keep.change(id, text);
            point.look();
            Messages.addFlashGlobalInfo("line.saved", kept.getName());
            return "/lines/line?faces-redirect=true&id=" + kept.getId();
        } catch (LineRefused refused) {
            refused.faults().forEach((field, fault) -> Messages.addError(field.isEmpty() ? null : "line:" + field, fault.in(Faces.getLocale())));
            return null;
        }
    }

    public String remove() {
        if (!isEditable()) {
            Faces.responseSendError(403, "administrators only");
            return null;
        }
        keep.remove(id);
        Messages.addFlashGlobalInfo("line.removed", name);
        return "/lines/index?faces-redirect=true";
    }

    public String repair() {
        if (!isEditable()) {
            Faces.responseSendError(403, "administrators only");
            return null;
        }
        keep.repair(id);
        point.look();
        return "/lines/line?faces-redirect=true&ask=true&id=" + id;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isEditable() {
        return signedIn.may(Role.ADMIN);
    }

    public String getTitle() {
        return name == null || id == null ? null : name;
    }

    public String getShownNumber() {
        return PhoneNumber.in(number).map(PhoneNumber::shown).orElse(number);
    }

    /** Only what is published answers calls. */
    public List<Script> getScripts() {
        return scripts.all().stream().filter(one -> one.getPublished() != null).toList();
    }

    public List<String> getLanguages() {
        return SpokenTongues.KNOWN;
    }

    public Line getLine() {
        return line;
    }

    public boolean isAsked() {
        return asked;
    }

    /** What the carrier has for it, null when it has nothing or was not asked. */
    public RentedNumber getAtCarrier() {
        return atCarrier;
    }

    public CarrierTrouble getTrouble() {
        return trouble != null ? trouble : line == null ? null : line.getTrouble();
    }

    public String said(CarrierTrouble what) {
        return what == null ? "" : what.saying().in(Faces.getLocale());
    }

    /** Something wins over the address: an application or a trunk. */
    public boolean isOverruled() {
        return atCarrier != null && atCarrier.differences().stream().anyMatch(difference -> difference.what().endsWith("Sid"));
    }

    public boolean isRent() {
        return rent;
    }

    public Long getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getScript() {
        return script;
    }

    public void setScript(Long script) {
        this.script = script;
    }

    public String getFallback() {
        return fallback;
    }

    public void setFallback(String fallback) {
        this.fallback = fallback;
    }

    public String getForward() {
        return forward;
    }

    public void setForward(String forward) {
        this.forward = forward;
    }

    public Integer getCallLimitSeconds() {
        return callLimitSeconds;
    }

    public void setCallLimitSeconds(Integer callLimitSeconds) {
        this.callLimitSeconds = callLimitSeconds;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getVoice() {
        return voice;
    }

    public void setVoice(String voice) {
        this.voice = voice;
    }
}
