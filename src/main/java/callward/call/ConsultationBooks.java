package callward.call;

import callward.call.Consultations.Told;
import callward.flow.Consultation;
import callward.flow.Consultation.News;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps those who ask, and are asked, in step with what the carrier tells of their telephones. Observes in the transaction of the news. */
@ApplicationScoped
public class ConsultationBooks {

    @Inject
    LiveCalls calls;
    @Inject
    Consultations consultations;
    @Inject
    ReplyFormat format;

    void placed(@Observes CallPlaced news) {
        asked(news.call(), news.door(), telephone -> new News.AdviserRings(telephone, news.leg()), "AdviserRings");
    }

    void failed(@Observes PlacingFailed news) {
        asked(news.call(), news.door(), News.AdviserGone::new, "AdviserGone");
    }

    private void asked(CallId call, String door, Function<Integer, News> news, String kind) {
        if (call != null && door.startsWith(Consultation.DOORS)) {
            int telephone = Integer.parseInt(door.substring(door.lastIndexOf('/') + 1));
            current(call).filter(standing -> door.startsWith(standing.asking().door() + "/"))
                    .ifPresent(standing -> consultations.happens(standing.call(), news.apply(telephone), new Told(kind, door, Map.of("to", standing.asking().with())), format));
        }
    }

    void legMoved(@Observes LegNews news) {
        if (LegState.of(news.status()).over() && consultations.isAny(news.call())) {
            current(news.call()).ifPresent(standing -> {
                if (news.leg().equals(standing.asking().asker().leg())) {
                    happens(standing, new News.AskerGone(), "AskerGone", news.status());
                } else if (news.leg().equals(standing.asking().adviser())) {
                    happens(standing, new News.AdviserGone(standing.asking().ringing()), "AdviserGone", news.status());
                }
            });
        }
    }

    void notMoved(@Observes LegNotMoved news) {
        current(news.call()).filter(standing -> news.leg().equals(standing.asking().asker().leg()))
                .ifPresent(standing -> happens(standing, new News.AskerNotMoved(news.gone()), news.gone() ? "AskerGone" : "AskerStays", ""));
    }

    private void happens(Standing standing, News news, String kind, String status) {
        consultations.happens(standing.call(), news, new Told(kind, "leg", Map.of("from", standing.asking().asker().with(), "to", standing.asking().with(), "status", status)), format);
    }

    private record Standing(LiveCall call, Consultation asking) { }

    private Optional<Standing> current(CallId id) {
        return calls.lock(id).flatMap(call -> Consultations.of(call).map(asking -> new Standing(call, asking)));
    }
}
