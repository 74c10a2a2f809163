package callward.recording;

import callward.call.RecordingNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes the fetching as soon as the wanted row can be seen, so that a voicemail is mailed within seconds. */
@ApplicationScoped
public class RecordingBell {

    @Inject
    FetchRecordings fetching;

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingNews news) {
        if (news.ready()) {
            fetching.soon();
        }
    }
}
