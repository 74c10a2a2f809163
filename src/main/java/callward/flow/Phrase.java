package callward.flow;

import callward.wording.Facts;
import callward.wording.Tongue;
import callward.wording.Wording;
import java.util.Map;

/** What a caller hears where a script's author has left the words to us. */
enum Phrase {
    GOODBYE("Thank you for calling. Goodbye.", "Gracias por su llamada. Adiós."),
    TROUBLE("We are sorry, something went wrong. Please call again later. Goodbye.",
            "Lo sentimos, algo ha fallado. Por favor, llame más tarde. Adiós."),
    NOBODY("We are sorry, nobody can take your call now. Please call again later. Goodbye.",
            "Lo sentimos, ahora nadie puede atender su llamada. Por favor, llame más tarde. Adiós."),
    SORRY("Sorry, I did not get that.", "Perdone, no le he entendido."),
    NO_SUCH_TICKET("Sorry, I cannot find ticket {{ticket.number}}.", "Perdone, no encuentro el tique {{ticket.number}}."),
    NOTHING_HEARD("Sorry, I did not hear anything. Please speak after the tone.",
            "Perdone, no he oído nada. Por favor, hable después de la señal."),
    SENT_ON("One moment, please. I am connecting you.", "Un momento, por favor. Le paso."),
    BACK_AGAIN("Nobody answers there. One moment, please.", "Allí no contesta nadie. Un momento, por favor."),
    LEAVE_MESSAGE("Please leave a message after the tone.", "Por favor, deje un mensaje después de la señal."),
    THANKS("Thank you. Your message has been recorded. Goodbye.", "Gracias. Su mensaje ha quedado grabado. Adiós.");

    private final Map<String, Wording> byLanguage;

    Phrase(String english, String spanish) {
        byLanguage = Map.of("en", Wording.of(english), "es", Wording.of(spanish));
    }

    boolean isKnownIn(Tongue tongue) {
        return byLanguage.containsKey(tongue.locale().getLanguage());
    }

    /** In the script's tongue; in English, and in an English voice, where we do not have its language. */
    Verb.Say in(Tongue tongue, Facts facts) {
        Tongue known = isKnownIn(tongue) ? tongue : Tongue.ENGLISH;
        return new Verb.Say(byLanguage.get(known.locale().getLanguage()).spoken(facts, known), known);
    }
}
