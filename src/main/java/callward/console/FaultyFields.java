package callward.console;

import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Iterator;

/** A field that a page bean complains of is marked as wrong, for eyes and for screen readers, as if its own validator had said it, and still shows what was typed. */
public class FaultyFields implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        Iterator<String> complainedOf = context.getClientIdsWithMessages();
        while (complainedOf.hasNext()) {
            String id = complainedOf.next();
            if (id != null && !id.isEmpty() && context.getViewRoot().findComponent(id) instanceof UIInput field) {
                keep(field);
                field.setValid(false);
            }
        }
    }

    /** A field that is wrong shows what was submitted, and that was taken over already: it would be empty. */
    private static void keep(UIInput field) {
        Object value = field.getSubmittedValue() == null ? field.getValue() : null;
        if (value instanceof CharSequence || value instanceof Number || value instanceof Enum<?>) {
            field.setSubmittedValue(value.toString());
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // nothing
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
