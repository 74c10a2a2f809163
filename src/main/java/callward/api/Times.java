package callward.api;

import callward.settings.Era;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Times that a request names are of our {@link Era}: all others are refused by the name of their field. */
public final class Times extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final String WRONG = "should be between " + Era.FIRST + " and " + Era.LAST;

    Times() {
        addDeserializer(Instant.class, new Within<>(Instant.class, InstantDeserializer.INSTANT, Era::holds));
        addDeserializer(LocalDate.class, new Within<>(LocalDate.class, LocalDateDeserializer.INSTANCE, Era::holds));
    }

    /**
     * Of a query.
     *
     * @param text ISO 8601; null or blank: none
     * @return null for none
     * @throws Refusal naming the field
     */
    public static Instant instant(String field, String text) {
        Instant moment;
        try {
            moment = text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.field(field, "should be an instant like 2026-11-21T09:00:00Z");
        }
        if (moment != null && !Era.holds(moment)) {
            throw Refusal.field(field, WRONG);
        }
        return moment;
    }

    private static final class Within<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<T> any;
        private final transient Predicate<T> holds;

        Within(Class<T> type, JsonDeserializer<T> any, Predicate<T> holds) {
            super(type);
            this.any = any;
            this.holds = holds;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T time = any.deserialize(parser, context);
            if (time != null && !holds.test(time)) {
                throw context.instantiationException(handledType(), new IllegalArgumentException(WRONG));
            }
            return time;
        }
    }
}
