package callward.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts Jackson's complaints in the caller's words: which field, and what it should be; no class of ours is named. */
final class JsonFault {

    private JsonFault() { }

    static Refusal refusal(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Refusal.field(path(mapping), message(mapping));
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return Refusal.field("", message(mismatch));
        }
        if (fault.getLocation() == null) {
            return Refusal.field("", "this is not JSON");
        }
        return Refusal.field("", "this is not JSON, see line " + fault.getLocation().getLineNr() + ", column " + fault.getLocation().getColumnNr());
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream().map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    private static String message(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "is not known here" + known(unknown.getKnownPropertyIds());
            case InvalidFormatException format when format.getTargetType() != null && format.getTargetType().isEnum() ->
                    "should be one of " + Arrays.stream(format.getTargetType().getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            case MismatchedInputException mismatch -> "should be " + kind(mismatch.getTargetType());
            case ValueInstantiationException refused when refused.getCause() instanceof IllegalArgumentException e && e.getMessage() != null -> e.getMessage();
            default -> fault.getCause() instanceof JsonProcessingException ? "is not JSON" : "will not do";
        };
    }

    private static String known(Collection<Object> names) {
        return names == null || names.isEmpty() ? "" : ", known are " + names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time as in 2026-11-21T09:00:00Z";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : Map.class.isAssignableFrom(type) || !type.isEnum() ? "an object" : "a text";
    }
}
