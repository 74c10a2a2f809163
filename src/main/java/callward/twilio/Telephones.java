package callward.twilio;

import callward.phone.BrowserPhone;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.phone.SipAddress;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Sip;
import java.net.URI;
import java.util.List;

/** What a Dial may ring, as TwiML. */
final class Telephones {

    /** Twilio's limit for one Dial. */
    static final int MOST = 10;

    private Telephones() { }

    /**
     * @param news  where the carrier tells how far the ringing has come, or null for nowhere
     * @param offer where it asks what whoever picks up hears first, or null for nothing
     */
    static void add(Dial.Builder dial, Destination destination, URI news, URI offer) {
        switch (destination) {
            case PhoneNumber number -> dial.number(told(new Number.Builder(number.e164()), news, offer));
            case SipAddress sip -> dial.sip(told(new Sip.Builder().addText(sip.address()), news, offer));
            case BrowserPhone phone -> dial.client(told(new Client.Builder().identity(phone.identity()), news, offer));
        }
    }

    private static Number told(Number.Builder number, URI news, URI offer) {
        if (offer != null) {
            number.url(offer);
        }
        return (news == null ? number : number.statusCallback(news).statusCallbackEvents(List.of(Number.Event.values()))).build();
    }

    private static Sip told(Sip.Builder sip, URI news, URI offer) {
        if (offer != null) {
            sip.url(offer);
        }
        return (news == null ? sip : sip.statusCallback(news).statusCallbackEvents(List.of(Sip.Event.values()))).build();
    }

    private static Client told(Client.Builder client, URI news, URI offer) {
        if (offer != null) {
            client.url(offer);
        }
        return (news == null ? client : client.statusCallback(news).statusCallbackEvents(List.of(Client.Event.values()))).build();
    }
}
