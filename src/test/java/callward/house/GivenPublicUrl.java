package callward.house;

import callward.settings.PublicUrl;

/** The origin a test gives. */
public final class GivenPublicUrl extends PublicUrl {

    private final String origin;

    public GivenPublicUrl(String origin) {
        this.origin = origin;
    }

    @Override
    public String origin() {
        return origin;
    }
}
