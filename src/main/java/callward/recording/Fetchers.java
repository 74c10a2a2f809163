package callward.recording;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;

/** Those who fetch recordings. */
@ApplicationScoped
class Fetchers extends Crew {
}
