package callward.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How each part of the product is, and what to do where it is not well. */
@Named
@RequestScoped
public class StatusView {

    @Inject
    Parts parts;

    private List<Parts.Report> reports;

    @PostConstruct
    void load() {
        reports = parts.check();
    }

    public List<Parts.Report> getReports() {
        return reports;
    }

    public long getDown() {
        return reports.stream().filter(report -> !report.online()).count();
    }
}
