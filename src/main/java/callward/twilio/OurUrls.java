package callward.twilio;

import callward.flow.Verb;
import callward.settings.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** The addresses under which the carrier finds our doors. Only harmless letters and no query: nothing a proxy could rewrite. */
@ApplicationScoped
public class OurUrls {

    static final String ROOT = "/twilio/";
    /** Two quick tries more before Twilio gives up on us; never part of what it sends or signs. */
    private static final String PATIENCE = "#ct=2000&rt=4000&rc=2&rp=ct,rt,5xx";

    @Inject
    PublicUrl publicUrl;

    URI voice() {
        return publicUrl.at(ROOT + "voice");
    }

    URI fallback() {
        return publicUrl.at(ROOT + "fallback");
    }

    URI ended() {
        return publicUrl.at(ROOT + "ended");
    }

    /** A door that a reply of ours names. */
    URI door(String name) {
        return publicUrl.at(ROOT + name + PATIENCE);
    }

    URI turn(String door, int turn) {
        return door(door + "/" + turn);
    }

    /** Where news of a ringing telephone is told. */
    URI leg(Verb.Target phone) {
        return door("leg/" + phone.path() + (phone.asks() ? "/asks" : ""));
    }

    /** Where it is asked what whoever picks it up hears. */
    URI offer(Verb.Target phone, int turn) {
        return door("leg/" + phone.path() + "/offer/" + turn);
    }

    /** Where the key that he presses is told. @param tried how often he has been asked */
    URI keyed(String phone, int turn, int tried) {
        return door("leg/" + phone + "/keyed/" + turn + "/" + tried);
    }

    URI media(String path) {
        return publicUrl.at(path);
    }

    /** The path below our doors that a URL of ours leads to; nothing for somebody else's. */
    String pathOf(String url) {
        String bare = url.replaceFirst("[?#].*", "");
        return SignatureCheck.urls(publicUrl.origin(), ROOT).stream().filter(bare::startsWith).findFirst()
                .map(root -> bare.substring(root.length())).orElse("");
    }
}
