package callward.line;

import java.util.List;

/** Languages that lines are usually spoken in; the carrier knows more. */
final class SpokenTongues {

    static final List<String> KNOWN = List.of("en-US", "en-GB", "en-AU", "es-ES", "es-MX", "es-US", "ca-ES", "da-DK", "de-DE", "fr-CA", "fr-FR",
            "it-IT", "nl-NL", "nb-NO", "pl-PL", "pt-BR", "pt-PT", "sv-SE");

    private SpokenTongues() { }
}
