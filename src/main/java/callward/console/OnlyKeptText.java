package callward.console;

import callward.settings.KeptText;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;

/**
 * Stands before every page and form: texts that cannot be kept are refused before anybody looks at them. No browser lets people type any.
 * It looks when the page is known, because only then parameters are read as UTF-8.
 */
public class OnlyKeptText implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforePhase(PhaseEvent event) {
        // nothing
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        ExternalContext outside = context.getExternalContext();
        if (!context.getResponseComplete() && !isErrorPage(outside) && hasOther(outside)) {
            try {
                outside.responseSendError(400, null);
                context.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }

    private static boolean isErrorPage(ExternalContext outside) {
        return outside.getRequest() instanceof HttpServletRequest request && request.getDispatcherType() == DispatcherType.ERROR;
    }

    private static boolean hasOther(ExternalContext outside) {
        return outside.getRequestParameterValuesMap().values().stream().flatMap(Arrays::stream).anyMatch(text -> !KeptText.is(text));
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
