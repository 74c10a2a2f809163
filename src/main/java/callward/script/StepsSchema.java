package callward.script;

import callward.flow.Step;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of a script that is finished, made of the same descriptions that check a draft. */
final class StepsSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StepsSchema() { }

    static ObjectNode document() {
        ObjectNode schema = JSON.objectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", "Callward script")
                .put("description", "What a call walks through. A target that is missing ends the call.").put("type", "object");
        schema.putArray("required").add("first").add("steps");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("$schema").put("type", "string");
        properties.putObject("first").put("type", "string").put("description", "id of the step a call begins with");
        ObjectNode tongue = properties.putObject("tongue").put("type", "object").put("description", "how words are spoken; usual: en-US");
        tongue.putArray("required").add("language");
        ObjectNode spoken = tongue.putObject("properties");
        spoken.set("language", text("BCP 47, like en-US"));
        spoken.set("voice", text("the carrier’s name of a voice"));
        tongue.put("additionalProperties", false);
        ObjectNode steps = properties.putObject("steps").put("type", "array").put("minItems", 1);
        ObjectNode each = steps.putObject("items");
        ObjectNode definitions = JSON.objectNode();
        for (Class<?> kind : Step.class.getPermittedSubclasses()) {
            String name = StepsJson.kindOf(kind);
            each.withArrayProperty("oneOf").addObject().put("$ref", "#/$defs/" + name);
            definitions.set(name, step(kind, name));
        }
        schema.put("additionalProperties", false);
        schema.set("$defs", definitions);
        definitions.set("utterance", utterance());
        definitions.set("choice", choice());
        return schema;
    }

    private static ObjectNode step(Class<?> kind, String name) {
        ObjectNode step = JSON.objectNode().put("type", "object");
        ObjectNode properties = step.putObject("properties");
        properties.putObject("kind").put("const", name);
        properties.set("id", text("unique within the script").put("pattern", "\\S"));
        step.putArray("required").add("kind").add("id");
        for (StepField field : StepField.of(kind)) {
            properties.set(field.name(), field(field));
            if (field.required()) {
                step.withArrayProperty("required").add(field.name());
            }
        }
        return step.put("additionalProperties", false);
    }

    private static ObjectNode field(StepField field) {
        return switch (field.shape()) {
            case SAYS -> list("#/$defs/utterance", "heard in this order");
            case CHOICES -> list("#/$defs/choice", "each key once");
            case TARGET -> text("id of the next step; missing: the call ends");
            case DETOUR -> text("id of the next step; missing: another way of this step");
            case NUMBER -> JSON.objectNode().put("type", "integer").put("description", "0 or missing: the usual")
                    .set("anyOf", JSON.arrayNode().add(JSON.objectNode().put("const", 0))
                            .add(JSON.objectNode().put("minimum", field.least()).put("maximum", field.most())));
            case FLAG -> JSON.objectNode().put("type", "boolean");
            case KEYS -> text("keys of a telephone").put("pattern", "^[0-9*#]{0," + field.most() + "}$");
            case DESTINATIONS -> JSON.objectNode().put("type", "array").put("description", "keys of destinations, phone numbers, SIP addresses, or {{line.forward}}")
                    .set("items", JSON.objectNode().put("type", "string"));
            case MAILBOX -> text("key of a mailbox").put("minLength", 1);
            case CALENDAR -> text("key of a calendar").put("minLength", 1);
            case GROUP -> text("key of a group").put("minLength", 1);
            case TEXT -> text("may hold {{names}}").put("minLength", 1);
            case FACT -> text("name under which the answer is kept").put("pattern", "^(?!(caller|line|call)\\.)[A-Za-z][A-Za-z0-9_.-]{0,63}$");
            case URL -> text("https or http").put("format", "uri").put("pattern", "^https?://");
            case LOOK_UP -> JSON.objectNode().set("enum", JSON.arrayNode().add("NONE").add("TICKET"));
        };
    }

    private static ObjectNode utterance() {
        ObjectNode words = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        words.putArray("required").add("text");
        words.putObject("properties").set("text", text("words with {{names}} in them"));
        ObjectNode greeting = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        greeting.putArray("required").add("greeting");
        greeting.putObject("properties").set("greeting", text("key of a greeting").put("minLength", 1));
        return JSON.objectNode().set("oneOf", JSON.arrayNode().add(words).add(greeting));
    }

    private static ObjectNode choice() {
        ObjectNode choice = JSON.objectNode().put("type", "object");
        choice.putArray("required").add("key");
        ObjectNode properties = choice.putObject("properties");
        properties.set("key", text("what is pressed").put("pattern", "^[0-9*#]{1,8}$"));
        properties.putObject("words").put("type", "array").put("description", "what counts as this choice when spoken")
                .set("items", JSON.objectNode().put("type", "string"));
        properties.set("next", text("id of the next step; missing: the call ends"));
        return choice.put("additionalProperties", false);
    }

    private static ObjectNode list(String of, String description) {
        ObjectNode list = JSON.objectNode().put("type", "array").put("description", description);
        list.putObject("items").put("$ref", of);
        return list;
    }

    private static ObjectNode text(String description) {
        return JSON.objectNode().put("type", "string").put("description", description);
    }
}
