package callward.script;

import callward.flow.Order;
import callward.flow.Question;
import callward.flow.Remark;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TransferTo;
import callward.flow.Utterance;
import callward.flow.Verb;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Scripts and progress as JSON. The engine knows nothing of JSON, so its types get their names here: a step's {@code kind} is its
 * class in lower case with dashes ({@code take-message}), an utterance is {@code {"text": …}} or {@code {"greeting": …}}.
 */
public final class StepsJson {

    private static final ObjectMapper MAPPER = mapper();

    private StepsJson() { }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** @throws IllegalArgumentException with the place and the reason when it is not a script */
    public static Steps read(String json) {
        return read(json, Steps.class);
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule destinations = new SimpleModule()
                .addSerializer(Destination.class, new DestinationWriter())
                .addDeserializer(Destination.class, new DestinationReader())
                .addDeserializer(PhoneNumber.class, new NumberReader())
                .addDeserializer(Utterance.class, new UtteranceReader());
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(destinations)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(Step.class, ByKind.class)
                .addMixIn(Verb.class, ByKind.class)
                .addMixIn(Order.class, ByKind.class)
                .addMixIn(Question.class, ByKind.class)
                .addMixIn(Remark.class, ByKind.class)
                .addMixIn(TransferTo.class, ByKind.class)
                .addMixIn(Utterance.Words.class, WordsNames.class);
        Stream.of(Step.class, Verb.class, Order.class, Question.class, Remark.class, TransferTo.class).flatMap(StepsJson::kinds)
                .forEach(kind -> builder.registerSubtypes(new NamedType(kind, kindOf(kind))));
        return builder.build();
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed() ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(StepsJson::kinds) : Stream.of(sealed);
    }

    /** {@code TakeMessage} → {@code take-message}. */
    public static String kindOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ByKind { }

    private interface WordsNames {
        @JsonProperty("text")
        String text();
    }

    private static final class UtteranceReader extends JsonDeserializer<Utterance> {
        @Override
        public Utterance deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var node = in.readValueAsTree();
            if (node.get("text") instanceof TextNode text) {
                return new Utterance.Words(text.textValue());
            }
            if (node.get("greeting") instanceof TextNode greeting) {
                return new Utterance.Sound(greeting.textValue());
            }
            throw context.weirdStringException(node.toString(), Utterance.class, "write {\"text\": …} or {\"greeting\": …}");
        }
    }

    private static final class DestinationWriter extends JsonSerializer<Destination> {
        @Override
        public void serialize(Destination value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.address());
        }
    }

    private static final class DestinationReader extends JsonDeserializer<Destination> {
        @Override
        public Destination deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Destination.of(in.getText());
        }
    }

    private static final class NumberReader extends JsonDeserializer<PhoneNumber> {
        @Override
        public PhoneNumber deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return PhoneNumber.of(in.getText());
        }
    }
}
