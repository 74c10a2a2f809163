package callward.call;

import callward.settings.Crew;
import jakarta.enterprise.context.ApplicationScoped;

/** Those who carry orders to the carrier. */
@ApplicationScoped
class Runners extends Crew {
}
