package callward.helpdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.omnifaces.util.Messages;

/** Takes in a CSV file of tickets, or says line by line why not. */
@Named
@RequestScoped
public class ImportTicketsView {

    @Inject
    ImportTickets importTickets;

    private Part file;
    private ImportResult result;

    public String take() throws IOException {
        try (InputStream content = file.getInputStream()) {
            result = importTickets.from(content.readNBytes(Sheet.MAX_BYTES + 1));
        } catch (NumberTaken addedMeanwhile) {
            Messages.addGlobalError("import.meanwhile");
            return null;
        }
        if (!result.isDone()) {
            return null;
        }
        Messages.addFlashGlobalInfo("import.done", result.added(), result.changed());
        return "/tickets/index?faces-redirect=true";
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** Null before anything was uploaded. */
    public ImportResult getResult() {
        return result;
    }
}
