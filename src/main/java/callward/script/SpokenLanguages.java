package callward.script;

import jakarta.faces.model.SelectItem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Languages a carrier speaks, by their names in the reader's language. */
final class SpokenLanguages {

    private static final List<String> ALL = List.of("en-US", "en-GB", "en-AU", "en-IN", "es-ES", "es-MX", "es-US", "ca-ES", "da-DK", "de-DE", "fi-FI", "fr-FR",
            "fr-CA", "it-IT", "ja-JP", "ko-KR", "nb-NO", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "sv-SE", "zh-CN");

    private SpokenLanguages() { }

    /** @param used one that must be among them, or null */
    static List<SelectItem> items(Locale reader, String used) {
        return Stream.concat(ALL.stream(), Stream.of(used == null ? ALL.getFirst() : used)).filter(Objects::nonNull).distinct()
                .map(tag -> new SelectItem(tag, Locale.forLanguageTag(tag).getDisplayName(reader)))
                .sorted(Comparator.comparing(SelectItem::getLabel)).toList();
    }
}
