package callward.script;

import callward.flow.Ask;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.phone.SipAddress;
import callward.wording.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks at the fields of one step: what the engine would refuse, and what does not exist. */
final class FieldCheck {

    /** What a carrier speaks in one go; we cut what is longer between sentences. */
    private static final int SPOKEN = 4096;
    /** What one text message holds; the rest would be cut off. */
    private static final int TEXTED = 1600;
    private static final Set<String> OF_EVERY_STEP = Set.of("kind", "id");
    private static final Set<String> OF_A_CHOICE = Set.of("key", "words", "next");

    private final ProblemList problems;
    private final DraftSteps draft;
    private final Set<String> variables;
    private final Map<Known.Thing, Map<String, String>> around;
    private final Function<PhoneNumber, Optional<Flaw>> guard;
    private int place;
    private JsonNode step;

    FieldCheck(ProblemList problems, DraftSteps draft, Map<Known.Thing, Map<String, String>> around, Function<PhoneNumber, Optional<Flaw>> guard) {
        this.problems = problems;
        this.draft = draft;
        this.variables = Variables.of(draft);
        this.around = around;
        this.guard = guard;
    }

    void check(int place, JsonNode step) {
        this.place = place;
        this.step = step;
        Optional<Class<?>> kind = StepField.kind(DraftSteps.text(step, "kind"));
        if (kind.isEmpty()) {
            add("kind", Flaw.KIND_UNKNOWN, DraftSteps.text(step, "kind"));
            return;
        }
        List<StepField> fields = StepField.of(kind.get());
        Set<String> names = new HashSet<>(OF_EVERY_STEP);
        fields.forEach(field -> names.add(field.name()));
        unknownFields("", step, names);
        fields.forEach(this::field);
        together(kind.get());
    }

    private void field(StepField field) {
        JsonNode value = step.path(field.name());
        if (value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank() && field.shape() != StepField.Shape.KEYS) {
            if (field.required()) {
                add(field.name(), Flaw.REQUIRED);
            }
            return;
        }
        switch (field.shape()) {
            case SAYS -> says(field.name(), value);
            case TARGET, DETOUR -> target(field.name(), value);
            case NUMBER -> number(field, value);
            case FLAG -> shape(field.name(), value.isBoolean());
            case KEYS -> keys(field, value);
            case CHOICES -> choices(field.name(), value);
            case DESTINATIONS -> destinations(field.name(), value);
            case MAILBOX -> known(field.name(), value, Known.Thing.MAILBOX, Flaw.MAILBOX_UNKNOWN);
            case CALENDAR -> known(field.name(), value, Known.Thing.CALENDAR, Flaw.CALENDAR_UNKNOWN);
            case GROUP -> known(field.name(), value, Known.Thing.GROUP, Flaw.GROUP_UNKNOWN);
            case TEXT -> texted(field.name(), value);
            case FACT -> fact(field.name(), value);
            case URL -> url(field.name(), value);
            case LOOK_UP -> shape(field.name(), Arrays.stream(Ask.Check.values()).anyMatch(check -> check.name().equals(value.asText())));
        }
    }

    /** What one field says about another. */
    private void together(Class<?> kind) {
        if (step.path("transcribe").asBoolean() && step.path("maxSeconds").asInt() > 120) {
            add("maxSeconds", Flaw.NUMBER_OUT_OF_RANGE, "2", "120");
        }
        if (step.path("minDigits").asInt() > 0 && step.path("maxDigits").asInt() > 0 && step.path("maxDigits").asInt() < step.path("minDigits").asInt()) {
            add("maxDigits", Flaw.NUMBER_OUT_OF_RANGE, step.path("minDigits").asText(), "50");
        }
        if (kind == callward.flow.Menu.class && step.path("choices").isEmpty()) {
            add("choices", Flaw.NO_CHOICES);
        }
        if (kind == callward.flow.Ring.class && step.path("destinations").isEmpty()) {
            add("destinations", Flaw.NO_DESTINATIONS);
        }
        if (kind == callward.flow.Hold.class && key("messageKey", "1").equals(key("callbackKey", "2"))) {
            add("callbackKey", Flaw.CHOICE_KEY_TWICE, key("callbackKey", "2"));
        }
        boolean speaks = kind == callward.flow.Greet.class || kind == callward.flow.Menu.class || kind == Ask.class;
        if (speaks && !problems.has(place, "says") && isSilent(step.path("says"))) {
            add("says", Flaw.NOTHING_SAID);
        }
    }

    private String key(String field, String usual) {
        String key = DraftSteps.text(step, field);
        return key.isBlank() ? usual : key;
    }

    private static boolean isSilent(JsonNode says) {
        for (JsonNode said : says) {
            if (!DraftSteps.text(said, "text").isEmpty() || said.has("greeting")) {
                return false;
            }
        }
        return true;
    }

    private void says(String field, JsonNode says) {
        if (!shape(field, says.isArray())) {
            return;
        }
        for (int i = 0; i < says.size(); i++) {
            JsonNode said = says.get(i);
            String path = field + "." + i;
            if (said.path("greeting").isTextual() && said.size() == 1) {
                known(path, said.get("greeting"), Known.Thing.GREETING, Flaw.GREETING_UNKNOWN);
            } else if (said.path("text").isTextual() && said.size() == 1) {
                spoken(path, said.get("text").asText());
            } else {
                add(path, Flaw.UTTERANCE_WRONG);
            }
        }
    }

    private void spoken(String path, String text) {
        variables(path, text);
        if (text.length() > SPOKEN) {
            add(path, Flaw.SPOKEN_TOO_LONG, "" + text.length(), "" + SPOKEN);
        }
    }

    private void texted(String path, JsonNode value) {
        if (shape(path, value.isTextual())) {
            variables(path, value.asText());
            if (value.asText().length() > TEXTED) {
                add(path, Flaw.TEXT_TOO_LONG, "" + value.asText().length(), "" + TEXTED);
            }
        }
    }

    private void variables(String path, String text) {
        Wording.of(text).names().stream().filter(name -> !variables.contains(name)).forEach(name -> add(path, Flaw.VARIABLE_UNKNOWN, name));
    }

    private void target(String path, JsonNode value) {
        if (shape(path, value.isTextual()) && !value.asText().isBlank() && draft.place(value.asText()).isEmpty()) {
            add(path, Flaw.TARGET_UNKNOWN, value.asText());
        }
    }

    private void number(StepField field, JsonNode value) {
        if (!value.asText().matches("-?\\d{1,9}")) {
            add(field.name(), Flaw.NUMBER_WRONG, value.asText());
        } else if (value.asInt() != 0 && (value.asInt() < field.least() || value.asInt() > field.most())) {
            add(field.name(), Flaw.NUMBER_OUT_OF_RANGE, "" + field.least(), "" + field.most());
        }
    }

    private void keys(StepField field, JsonNode value) {
        if (shape(field.name(), value.isTextual()) && !value.asText().matches("[0-9*#]{0," + field.most() + "}")) {
            add(field.name(), Flaw.KEYS_WRONG, "" + field.most());
        }
    }

    private void choices(String field, JsonNode choices) {
        if (!shape(field, choices.isArray())) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            JsonNode choice = choices.get(i);
            String path = field + "." + i;
            if (!shape(path, choice.isObject())) {
                continue;
            }
            unknownFields(path + ".", choice, OF_A_CHOICE);
            String key = choice.path("key").asText("");
            if (!key.matches("[0-9*#]{1,8}")) {
                add(path + ".key", Flaw.CHOICE_KEY_WRONG);
            } else if (!keys.add(key)) {
                add(path + ".key", Flaw.CHOICE_KEY_TWICE, key);
            }
            if (choice.hasNonNull("next")) {
                target(path + ".next", choice.get("next"));
            }
            if (choice.hasNonNull("words")) {
                shape(path + ".words", isListOfTexts(choice.get("words")));
            }
        }
    }

    private void destinations(String field, JsonNode destinations) {
        if (!shape(field, isListOfTexts(destinations))) {
            return;
        }
        for (int i = 0; i < destinations.size(); i++) {
            String path = field + "." + i;
            String text = destinations.get(i).asText();
            Set<String> names = Wording.of(text).names();
            if (names.isEmpty() && !isAddress(text)) {
                known(path, destinations.get(i), Known.Thing.DESTINATION, Flaw.DESTINATION_UNKNOWN);
            }
            PhoneNumber.in(text).ifPresent(number -> guard.apply(number).ifPresent(flaw -> add(path, flaw, number.shown())));
            // only what the company set up may say where a call is sent: what a caller keys in must not
            names.stream().filter(name -> !name.startsWith("line.") || !variables.contains(name))
                    .forEach(name -> add(path, Flaw.DESTINATION_UNKNOWN, "{{" + name + "}}"));
        }
    }

    private static boolean isAddress(String text) {
        try {
            Destination destination = Destination.of(text);
            return destination instanceof PhoneNumber || destination instanceof SipAddress;
        } catch (IllegalArgumentException aKey) {
            return false;
        }
    }

    private void known(String path, JsonNode value, Known.Thing thing, Flaw flaw) {
        if (shape(path, value.isTextual()) && around.containsKey(thing) && !around.get(thing).containsKey(value.asText())) {
            add(path, flaw, value.asText());
        }
    }

    private void fact(String path, JsonNode value) {
        if (!value.asText().matches("(?!(caller|line|call)\\.)[A-Za-z][A-Za-z0-9_.-]{0,63}")) {
            add(path, Flaw.FACT_NAME_WRONG, value.asText());
        }
    }

    private void url(String path, JsonNode value) {
        try {
            URI url = URI.create(value.asText());
            if (url.getHost() != null && List.of("https", "http").contains(url.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException noUrl) {
            // said below
        }
        add(path, Flaw.URL_WRONG);
    }

    private void unknownFields(String before, JsonNode node, Set<String> known) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
                String name = names.next();
                if (!known.contains(name)) {
                    add(before + name, Flaw.FIELD_UNKNOWN, name);
                }
            }
        }
    }

    private static boolean isListOfTexts(JsonNode list) {
        if (!list.isArray()) {
            return false;
        }
        for (JsonNode value : list) {
            if (!value.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private boolean shape(String path, boolean right) {
        if (!right) {
            add(path, Flaw.SHAPE_WRONG);
        }
        return right;
    }

    private void add(String field, Flaw flaw, String... values) {
        problems.add(place, step, field, flaw, values);
    }
}
