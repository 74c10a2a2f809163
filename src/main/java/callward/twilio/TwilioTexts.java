package callward.twilio;

import callward.carrier.Texts;
import callward.phone.PhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Text messages, by Twilio's REST API. */
@ApplicationScoped
public class TwilioTexts implements Texts {

    @Inject
    TwilioAccount account;

    @Override
    public String send(String ofAccount, PhoneNumber from, PhoneNumber to, String body) {
        return account.create(ofAccount, client -> Message.creator(new com.twilio.type.PhoneNumber(to.e164()),
                new com.twilio.type.PhoneNumber(from.e164()), body).create(client)).getSid();
    }
}
