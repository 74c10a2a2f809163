package callward.call;

import callward.api.Refusal;
import callward.script.SavedCallTest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The button of a call's page that makes a call test of it. */
@Named
@RequestScoped
public class RecordedTestView {

    @Inject
    RecordedTest recorded;

    public String save() {
        String call = Faces.getRequestParameter("id");
        try {
            SavedCallTest saved = recorded.save(call, null);
            Messages.addFlashGlobalInfo("calltest.saved", saved.getName());
            return "/scripts/test?faces-redirect=true&id=" + saved.getId();
        } catch (Refusal refused) {
            Messages.addFlashGlobalError("calltest.cannot");
            return "/calls/call?faces-redirect=true&id=" + call;
        }
    }
}
