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
    ONE_MOMENT("One moment, please. I am asking a colleague.", "Un momento, por favor. Voy a consultar con un compañero."),
    BACK_AGAIN("Nobody answers there. One moment, please.", "Allí no contesta nadie. Un momento, por favor."),
    LEAVE_MESSAGE("Please leave a message after the tone.", "Por favor, deje un mensaje después de la señal."),

    // what somebody hears who waits
    PLACE_FIRST("You are the next caller.", "Usted es el siguiente."),
    PLACE("You are number {{queue.place}} in the queue.", "Usted es el número {{queue.place}} en la cola."),
    PLACE_MINUTE("You will wait about one minute.", "La espera es de aproximadamente un minuto."),
    PLACE_MINUTES("You will wait about {{queue.minutes}} minutes.", "La espera es de unos {{queue.minutes}} minutos."),
    TO_LEAVE_MESSAGE("To leave a message, press {{queue.key}}.", "Para dejar un mensaje, pulse {{queue.key}}."),
    TO_BE_CALLED("To keep your place and be called back, press {{queue.key}}.", "Para conservar su turno y que le llamemos, pulse {{queue.key}}."),
    CALLBACK_THIS("We will call you back at {{queue.number}}. To confirm, press 1 or hang up. To be called at another number, enter it, then press hash.",
            "Le llamaremos al {{queue.number}}. Para confirmar, pulse 1 o cuelgue. Para indicar otro número, márquelo y pulse almohadilla."),
    CALLBACK_WHICH("Please enter the number at which we can call you back, then press hash.",
            "Por favor, marque el número al que podemos llamarle y pulse almohadilla."),
    CALLBACK_NOT_THERE("Sorry, we cannot call that number.", "Lo sentimos, no podemos llamar a ese número."),
    CALLBACK_KEPT("Thank you. You keep your place, and we will call you at {{queue.number}}. Goodbye.",
            "Gracias. Conserva su turno y le llamaremos al {{queue.number}}. Adiós."),

    THANKS("Thank you. Your message has been recorded. Goodbye.", "Gracias. Su mensaje ha quedado grabado. Adiós."),
    CALLS_HIMSELF("You are calling from one of the telephones that this call would ring. You cannot call yourself. Goodbye.",
            "Llama usted desde uno de los teléfonos que sonarían con esta llamada. No puede llamarse a sí mismo. Adiós."),

    // what whoever picks up hears
    OFFERS_CALL("Call for {{line.name}}.", "Llamada para {{line.name}}."),
    OFFERS_CALLBACK("Callback for {{line.name}}.", "Llamada de vuelta para {{line.name}}."),
    FROM_CUSTOMER("From {{customer.name}}.", "De {{customer.name}}."),
    FROM_NUMBER("From {{caller.number}}.", "De {{caller.number}}."),
    TO_CUSTOMER("To {{customer.name}}.", "A {{customer.name}}."),
    TO_NUMBER("To {{caller.number}}.", "A {{caller.number}}."),
    ABOUT_TICKET("About ticket {{ticket.number}}.", "Sobre el tique {{ticket.number}}."),
    OFFERS_ADVICE("{{transfer.by}} asks you about a call for {{line.name}}.", "{{transfer.by}} le consulta por una llamada para {{line.name}}."),
    SENT_BY("Transferred by {{transfer.by}}.", "La pasa {{transfer.by}}."),
    ANY_KEY_TALKS("Press any key to talk about it.", "Pulse cualquier tecla para hablar de ella."),
    ANY_KEY_TAKES("Press any key to take the call.", "Pulse cualquier tecla para aceptar la llamada."),
    KEY_TAKES("Press {{key.takes}} to take the call.", "Pulse {{key.takes}} para aceptar la llamada."),
    KEY_DECLINES("Press {{key.declines}} to decline.", "Pulse {{key.declines}} para rechazarla."),
    WRONG_KEY("That was another key.", "Esa era otra tecla."),
    IS_TAKEN("Somebody else has taken the call. Goodbye.", "Otra persona ha aceptado la llamada. Adiós."),
    IS_NOT_REACHED("Nobody answered. The call will be tried again later. Goodbye.", "Nadie ha contestado. Se volverá a intentar más tarde. Adiós."),
    CALLER_IS_GONE("The caller does not wait any more. Goodbye.", "Quien llamaba ya no espera. Adiós."),

    // what those hear who ask, and are asked
    RINGS_THERE("I am ringing {{transfer.to}}.", "Estoy llamando a {{transfer.to}}."),
    HERE_IS_THE_CALLER("Here is the caller.", "Aquí tiene la llamada."),
    CALLER_IS_BACK("Here is the caller again.", "Aquí tiene de nuevo la llamada."),
    DECLINES("{{transfer.to}} declines.", "{{transfer.to}} no puede atenderle."),
    DOES_NOT_ANSWER("{{transfer.to}} does not answer.", "{{transfer.to}} no contesta."),
    HAS_LEFT("{{transfer.to}} has hung up.", "{{transfer.to}} ha colgado."),
    HAS_WAITED_LONG("The caller has waited for long.", "Quien llama lleva mucho tiempo esperando."),
    CALLER_HAS_GONE("The caller has hung up. Goodbye.", "Quien llamaba ha colgado. Adiós."),
    STAR("star", "asterisco"),
    HASH("hash", "almohadilla");

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
