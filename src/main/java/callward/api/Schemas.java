package callward.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSON schemas of Java types, asked of the same Jackson that writes them; each object type is described once, by name. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a description says of something that need not be there. */
    private static final Pattern MAY_BE_MISSING = Pattern.compile("\\b(null|left out)\\b");

    private final ObjectNode named = JSON.objectNode();
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Javadoc javadoc;

    Schemas(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    ObjectNode named() {
        return named;
    }

    ObjectNode of(Type type) {
        return of(Json.MAPPER.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        ObjectNode schema = JSON.objectNode();
        if (raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
            return schema;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return schema.put("type", "integer").put("format", raw == int.class || raw == Integer.class ? "int32" : "int64");
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return schema.put("type", "number");
        }
        if (raw == Instant.class || raw == OffsetDateTime.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (raw == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (raw.isEnum()) {
            Arrays.stream(raw.getEnumConstants()).forEach(value -> schema.withArrayProperty("enum").add(((Enum<?>) value).name()));
            return schema.put("type", "string");
        }
        return ofMany(type, raw, schema);
    }

    private ObjectNode ofMany(JavaType type, Class<?> raw, ObjectNode schema) {
        if (raw == byte[].class || java.io.InputStream.class.isAssignableFrom(raw) || raw.getName().startsWith("jakarta.ws.rs.core")) {
            return schema.put("type", "string").put("format", "binary");
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            schema.put("type", "array").set("items", of(type.getContentType()));
            return schema;
        }
        if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
            return schema;
        }
        if (raw.getName().startsWith("java.")) {
            return schema.put("type", "string");
        }
        return raw.isAnnotationPresent(JsonSubTypes.class) ? oneOf(type, schema) : object(type, schema);
    }

    /** Of several types, told apart by a property. */
    private ObjectNode oneOf(JavaType type, ObjectNode schema) {
        Class<?> raw = type.getRawClass();
        String name = name(type);
        if (!named.has(name)) {
            ObjectNode choice = described(named.putObject(name), javadoc.of(raw));
            String property = raw.getAnnotation(JsonTypeInfo.class).property();
            ObjectNode mapping = choice.putObject("discriminator").put("propertyName", property).putObject("mapping");
            for (JsonSubTypes.Type kind : raw.getAnnotation(JsonSubTypes.class).value()) {
                ObjectNode one = of(kind.value());
                choice.withArrayProperty("oneOf").add(one);
                mapping.set(kind.name(), one.get("$ref"));
                ObjectNode described = (ObjectNode) named.get(name(Json.MAPPER.constructType(kind.value())));
                described.withObjectProperty("properties").putObject(property).put("type", "string").put("description", "which of the kinds it is")
                        .putArray("enum").add(kind.name());
                described.withArrayProperty("required").add(property);
            }
        }
        return schema.put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode object(JavaType type, ObjectNode schema) {
        Class<?> raw = type.getRawClass();
        String name = name(type);
        if (!named.has(name)) {
            ObjectNode object = described(named.putObject(name), javadoc.of(raw)).put("type", "object"); // there before its fields: a type may hold itself
            ObjectNode properties = object.putObject("properties");
            for (BeanPropertyDefinition property : Json.MAPPER.getSerializationConfig().introspect(type).findProperties()) {
                AnnotatedMember member = property.getAccessor();
                Optional<String> text = javadoc.of(member.getDeclaringClass(), member.getName());
                boolean missing = !property.getPrimaryType().isPrimitive() && text.filter(said -> MAY_BE_MISSING.matcher(said).find()).isPresent();
                ObjectNode value = member.hasAnnotation(JsonRawValue.class) ? JSON.objectNode().put("type", "object") : of(property.getPrimaryType());
                properties.set(property.getName(), described(missing ? orNull(value) : value, text));
                if (!missing && !raw.isAnnotationPresent(JsonInclude.class)) {
                    object.withArrayProperty("required").add(property.getName());
                }
            }
        }
        return schema.put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode described(ObjectNode schema, Optional<String> text) {
        text.ifPresent(said -> schema.put("description", said));
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = JSON.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        if (schema.has("type")) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
        }
        if (schema.has("enum")) {
            schema.withArrayProperty("enum").addNull();
        }
        return schema;
    }

    /** {@code Page<CallRow>} → {@code PageOfCallRow}; of two types of the same name the second one has its outer type's before its own. */
    private String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        String simple = raw.getSimpleName();
        types.putIfAbsent(simple, raw);
        if (types.get(simple) != raw) {
            simple = raw.getEnclosingClass().getSimpleName() + simple;
        }
        String held = type.getBindings().getTypeParameters().stream().map(this::name).collect(Collectors.joining("And"));
        return held.isEmpty() ? simple : simple + "Of" + held;
    }
}
