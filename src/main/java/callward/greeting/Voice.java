package callward.greeting;

/**
 * A voice that the carrier speaks with.
 *
 * @param name     as the carrier knows it, {@code Polly.Joanna-Neural}
 * @param language BCP 47; in another one the carrier does not speak with this voice
 */
public record Voice(String name, String language) {

    /** Whose voice it is: {@code Polly} or {@code Google}. */
    public String maker() {
        return name.substring(0, name.indexOf('.'));
    }

    /** {@code Joanna Neural}. */
    public String label() {
        return name.substring(name.indexOf('.') + 1).replace(language + "-", "").replace('-', ' ');
    }
}
